/* A trial from its first step to its result, and the result itself. */
#include "base/arena.h"
#include "base/error.h"
#include "base/median.h"
#include "base/system/clock.h"
#include "base/system/process.h"
#include "train/session.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- results ---- */

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

/* ---- the steps between two points ---- */

/* At most so many steps between two points are timed: the median of more is no better, and where a step takes
 * microseconds, reading the clock slows it down. */
enum { METER_TIMES = 128 };

/* Sums over the steps since the last point; starts as {0}. */
struct meter {
    double loss, gradient_norm;
    long samples, wrong;
    int steps;
    double lr;                              /* of the last step */
    double time_s[STEP_TIMES][METER_TIMES]; /* of each timed step */
    int times;
    double train_s; /* processor time of all steps so far */
};

/* True when step i of n is timed: at most METER_TIMES are, evenly spread, from the first on. */
static bool meter_times(int i, int n)
{
    return i % ((n + METER_TIMES - 1) / METER_TIMES) == 0;
}

/* Adds a step; when its loss is not finite, only its learning rate. time_s: [STEP_TIMES], or NULL when it was not timed. */
static void meter_add(struct meter *m, const struct trial_step *step, const double *time_s)
{
    m->lr = step->lr;
    if (!isfinite(step->loss))
        return;
    m->loss += step->loss;
    m->wrong += step->wrong;
    m->samples += step->n;
    m->gradient_norm += step->gradient_norm;
    m->steps++;
    for (int i = 0; time_s && i < STEP_TIMES; i++)
        m->time_s[i][m->times] = time_s[i];
    m->times += time_s != NULL;
}

/* Fills the curves at the point and resets m for the next. Training loss, error (only if has_classes) and gradient
 * norm get no value when the trial has diverged. */
static void meter_write(struct meter *m, struct trial_result *r, int point, bool has_classes)
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

/* ---- training ---- */

struct run {
    struct trial *trial;
    struct trial_result *result; /* the trial's */
    struct meter meter;
    trial_watch *watch;
    void *context;
};

static void set_diverged(struct run *r, const char *loss, int epoch)
{
    r->result->status = TRIAL_DIVERGED;
    free(r->result->message);
    r->result->message = format_new("the %s loss was not finite at step %ld, in epoch %d", loss,
                                    r->trial->step, epoch);
}

/* Takes steps [from, to) of an epoch; stops after one whose loss is not finite. */
static void take_steps(struct run *r, int epoch, int from, int to)
{
    struct trial *t = r->trial;
    double start = clock_cpu_seconds();

    for (int i = from; i < to && r->result->status == TRIAL_DONE; i++) {
        struct trial_step step;

        t->timed = meter_times(i - from, to - from);
        step = trial_step(t, i);
        meter_add(&r->meter, &step, t->timed ? t->time_s : NULL);
        if (!isfinite(step.loss))
            set_diverged(r, "training", epoch);
        else if (t->step == 1)
            r->result->curve[METRIC_grad_ratio][0] = gradient_ratio(&t->net);
    }
    r->meter.train_s += clock_cpu_seconds() - start;
}

/* Trains up to evaluation `eval` of an epoch, counted from 1, and evaluates. The evaluations divide an epoch's steps
 * as equally as possible. */
static void train_to_point(struct run *r, int epoch, int eval)
{
    long steps = session_steps(r->trial), evals = r->result->evals_per_epoch;
    int point = (epoch - 1) * (int)evals + eval;

    take_steps(r, epoch, (int)(steps * (eval - 1) / evals), (int)(steps * eval / evals));
    meter_write(&r->meter, r->result, point, !r->trial->target);
    if (r->result->status == TRIAL_DONE) {
        r->result->curve[METRIC_grad_ratio][point] = gradient_ratio(&r->trial->net);
        evaluate_point(r->trial, point);
        if (!isfinite(r->result->curve[METRIC_test_loss][point]))
            set_diverged(r, "test", epoch);
    }
    if (r->watch)
        r->watch(r->context, r->result, point);
}

static void train(struct run *r)
{
    int epochs = r->trial->options.epochs, evals = r->result->evals_per_epoch;

    evaluate_point(r->trial, 0);
    r->result->curve[METRIC_train_seconds][0] = 0;
    if (r->watch)
        r->watch(r->context, r->result, 0);
    for (int epoch = 1; epoch <= epochs && r->result->status == TRIAL_DONE; epoch++) {
        trial_epoch(r->trial, epoch);
        for (int eval = 1; eval <= evals && r->result->status == TRIAL_DONE; eval++)
            train_to_point(r, epoch, eval);
    }
    r->result->steps = (double)r->trial->step;
}

int trial_run(const struct config *config, struct trial_result *result, trial_watch *watch,
              void *context)
{
    struct trial *t = xcalloc(1, sizeof *t);
    struct run run = {.trial = t, .result = result, .watch = watch, .context = context};
    double start = clock_seconds();
    int r;

    t->evaluates = true;
    r = session_prepare(t, config, result);
    if (r == 0)
        r = session_allocate(t);
    if (r == 0)
        train(&run);
    if (r == REFUSED) {
        result->status = TRIAL_REFUSED;
        r = 0;
    }
    result->seconds = clock_seconds() - start;
    result->peak_bytes = process_peak_bytes();
    if (r)
        trial_result_clear(result);
    trial_close(t);
    return r;
}

int trial_check(const struct config *config)
{
    struct trial *t = xcalloc(1, sizeof *t);
    struct trial_result result;
    int r;

    t->evaluates = true;
    r = session_prepare(t, config, &result);
    trial_result_clear(&result);
    trial_close(t);
    return r == REFUSED ? 0 : r;
}
