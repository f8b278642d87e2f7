#include "base/arena.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const trial_status_name[TRIAL_STATUSES] = {"done", "diverged", "refused"};

void trial_result_init(struct trial_result *r, int epochs)
{
    memset(r, 0, sizeof *r);
    r->epochs = epochs;
    r->message = xstrdup("");
    r->parameters = r->steps = r->norm_positions = NAN;
    for (int m = 0; m < METRICS; m++) {
        r->curve[m] = xcalloc((size_t)epochs + 1, sizeof(double));
        for (int e = 0; e <= epochs; e++)
            r->curve[m][e] = NAN;
    }
}

void trial_result_clear(struct trial_result *r)
{
    free(r->message);
    for (int m = 0; m < METRICS; m++)
        free(r->curve[m]);
    memset(r, 0, sizeof *r);
}

double trial_final(const struct trial_result *r, enum metric m)
{
    int e = r->epochs;

    if (r->status != TRIAL_DONE || !r->curve[m])
        return NAN;
    while (e > 0 && isnan(r->curve[m][e]))
        e--;
    return r->curve[m][e];
}
