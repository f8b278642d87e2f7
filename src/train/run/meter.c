#include "train/run/meter.h"
#include "base/median.h"
#include <math.h>

bool meter_times(int i, int n)
{
    return i % ((n + METER_TIMES - 1) / METER_TIMES) == 0;
}

void meter_add(struct meter *m, const struct trial_step *step, const double *stamp_s)
{
    /* the moments at which each time starts and ends */
    static const enum step_stamp ends[STEP_TIMES][2] = {
        [TIME_STEP] = {STAMP_START, STAMP_UPDATE},
        [TIME_FORWARD] = {STAMP_FILLED, STAMP_FORWARD},
        [TIME_BACKWARD] = {STAMP_LOSS, STAMP_BACKWARD},
        [TIME_UPDATE] = {STAMP_BACKWARD, STAMP_UPDATE},
    };

    m->lr = step->lr;
    if (!isfinite(step->loss))
        return;
    m->loss += step->loss;
    m->wrong += step->wrong;
    m->samples += step->n;
    m->gradient_norm += step->gradient_norm;
    m->steps++;
    for (int i = 0; stamp_s && i < STEP_TIMES; i++)
        m->time_s[i][m->times] = stamp_s[ends[i][1]] - stamp_s[ends[i][0]];
    m->times += stamp_s != NULL;
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
    curve[METRIC_train_seconds][point] = m->train_s;
    for (int i = 0; i < STEP_TIMES; i++)
        curve[time_metric[i]][point] = 1e3 * median(m->time_s[i], m->times);
    if (r->status == TRIAL_DONE) {
        curve[METRIC_train_loss][point] = m->loss / (double)m->samples;
        if (has_classes)
            curve[METRIC_train_error][point] = 100.0 * (double)m->wrong / (double)m->samples;
        curve[METRIC_grad_norm][point] = m->gradient_norm / m->steps;
    }
    m->loss = m->gradient_norm = 0;
    m->samples = m->wrong = m->steps = m->times = 0;
}
