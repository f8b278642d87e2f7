#include "train/meter.h"
#include "base/arena.h"
#include "train/median.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

void meter_setup(struct meter *m, int room)
{
    memset(m, 0, sizeof *m);
    for (int i = 0; i < STEP_TIMES; i++)
        m->time_s[i] = xcalloc((size_t)room, sizeof *m->time_s[i]);
}

void meter_release(struct meter *m)
{
    for (int i = 0; i < STEP_TIMES; i++)
        free(m->time_s[i]);
    memset(m, 0, sizeof *m);
}

void meter_add(struct meter *m, const struct trial_step *step)
{
    m->lr = step->lr;
    if (!isfinite(step->loss))
        return;
    m->loss += step->loss;
    m->wrong += step->wrong;
    m->seen += step->n;
    m->norms += step->gradient_norm;
    for (int i = 0; i < STEP_TIMES; i++)
        m->time_s[i][m->steps] = step->time_s[i];
    m->steps++;
}

void meter_write(struct meter *m, struct trial_result *r, int point, bool has_classes)
{
    static const enum metric time_metric[STEP_TIMES] = {
        [TIME_STEP] = METRIC_step_ms,
        [TIME_FORWARD] = METRIC_forward_ms,
        [TIME_BACKWARD] = METRIC_backward_ms,
        [TIME_UPDATE] = METRIC_update_ms,
    };
    double **curve = r->curve;

    curve[METRIC_lr][point] = m->lr;
    for (int i = 0; i < m->steps; i++)
        m->train_s += m->time_s[TIME_STEP][i];
    curve[METRIC_train_seconds][point] = m->train_s;
    for (int i = 0; i < STEP_TIMES; i++)
        curve[time_metric[i]][point] = 1e3 * median(m->time_s[i], m->steps);
    if (r->status == TRIAL_DONE) {
        curve[METRIC_train_loss][point] = m->loss / (double)m->seen;
        if (has_classes)
            curve[METRIC_train_error][point] = 100.0 * (double)m->wrong / (double)m->seen;
        curve[METRIC_grad_norm][point] = m->norms / m->steps;
    }
    m->loss = m->norms = 0;
    m->seen = m->wrong = m->steps = 0;
}
