#include "optimizers/schedule.h"
#include "base/number.h"
#include <math.h>
#include <stdlib.h>

int schedule_parse_steps(struct schedule *s, const char *text, struct text *why)
{
    const char *at = text;

    s->steps = 0;
    while (*at) {
        char *end;
        double epoch = number_parse(at, &end);

        if (end == at || (*end && *end != '-') || (*end == '-' && !end[1]) ||
            !(epoch > (s->steps ? s->step_at[s->steps - 1] : 0)) || !isfinite(epoch) ||
            s->steps == SCHEDULE_STEPS) {
            text_add(why,
                     "step_at=%s: should be up to %d epochs in ascending order with '-' between "
                     "them, as 30-60-90",
                     text, SCHEDULE_STEPS);
            return -1;
        }
        s->step_at[s->steps++] = epoch;
        at = *end ? end + 1 : end;
    }
    return 0;
}

double schedule_factor(const struct schedule *s, long step, int steps_per_epoch)
{
    double warm = s->warmup_epochs * steps_per_epoch, total = s->epochs * steps_per_epoch;
    double factor = 1;

    if ((double)step < warm)
        return ((double)step + 1) / ceil(warm);
    if (s->kind == COSINE && total > warm)
        return 0.5 * (1 + cos(3.14159265358979323846 * ((double)step - warm) / (total - warm)));
    if (s->kind == STEP)
        for (int i = 0; i < s->steps; i++)
            if ((double)step >= s->step_at[i] * steps_per_epoch)
                factor *= s->step_factor;
    return factor;
}
