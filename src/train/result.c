#include "base/arena.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const trial_status_name[TRIAL_STATUSES] = {"done", "diverged", "refused"};

void trial_result_init(struct trial_result *r, int points, int evals_per_epoch)
{
    memset(r, 0, sizeof *r);
    r->points = points;
    r->evals_per_epoch = evals_per_epoch;
    r->message = xstrdup("");
    r->parameters = r->steps = r->norm_positions = NAN;
    for (int m = 0; m < METRICS; m++) {
        r->curve[m] = xcalloc((size_t)points + 1, sizeof(double));
        for (int p = 0; p <= points; p++)
            r->curve[m][p] = NAN;
    }
}

void trial_result_clear(struct trial_result *r)
{
    free(r->message);
    for (int m = 0; m < METRICS; m++)
        free(r->curve[m]);
    memset(r, 0, sizeof *r);
}

double trial_epochs_at(const struct trial_result *r, int point)
{
    return (double)point / r->evals_per_epoch;
}

double trial_final(const struct trial_result *r, enum metric m)
{
    int p = r->points;

    if (r->status != TRIAL_DONE || !r->curve[m])
        return NAN;
    while (p > 0 && isnan(r->curve[m][p]))
        p--;
    return r->curve[m][p];
}

double trial_first(const struct trial_result *r, enum metric m)
{
    return r->curve[m] ? r->curve[m][0] : NAN;
}
