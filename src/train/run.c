/* Runs a trial from its first step to its result; functions of results. */
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
    r->parameters = r->steps = r->norm_positions = r->probe_seconds = NAN;
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
    profiles_clear(&r->profiles);
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

/* The most steps that are timed between two points. More times would not improve the median, and reading the clock
 * slows down steps that take only microseconds. */
enum { METER_TIMES = 128 };

/* Sums over the steps since the last point, except where stated. It starts as {0}. */
struct meter {
    double loss, gradient_norm;
    long samples, wrong;
    int steps;
    double lr;                              /* learning rate of the last step */
    double time_s[STEP_TIMES][METER_TIMES]; /* times of each timed step, in seconds */
    int times;                              /* number of timed steps */
    /* processor time of all steps since the start of training, in seconds */
    double train_s;
};

/* True when step i of n steps between two points is to be timed: the first step, and others at equal distances, at most
 * METER_TIMES in total. */
static bool meter_times(int i, int n)
{
    return i % ((n + METER_TIMES - 1) / METER_TIMES) == 0;
}

/* Adds a step to the sums. When its loss is not finite, sets only the learning rate. time_s: [STEP_TIMES] its times,
 * or NULL when the step was not timed. */
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

/* Writes the metrics of the steps since the last point to the curves at this point, and resets the sums. Training
 * loss, training error and gradient norm get no value when the trial has diverged. has_classes: false for a
 * regression set, which has no training error. */
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
    struct trial_result *result; /* equal to trial->result */
    struct meter meter;
    struct probes *probes; /* NULL: none */
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

/* Takes the steps [from, to) of an epoch. When the loss of a step is not finite, marks the trial as diverged and
 * stops. */
static void take_steps(struct run *r, int epoch, int from, int to)
{
    struct trial *t = r->trial;
    double start = clock_cpu_seconds(), probed = 0;

    for (int i = from; i < to && r->result->status == TRIAL_DONE; i++) {
        struct trial_step step;

        t->timed = meter_times(i - from, to - from);
        step = trial_step(t, i);
        meter_add(&r->meter, &step, t->timed ? t->time_s : NULL);
        if (!isfinite(step.loss))
            set_diverged(r, "training", epoch);
        else if (t->step == 1)
            r->result->curve[METRIC_grad_ratio][0] = gradient_ratio(&t->net);
        if (isfinite(step.loss))
            probed += probes_measure(r->probes);
    }
    r->meter.train_s += clock_cpu_seconds() - start - probed;
}

/* Trains up to evaluation number `eval` of the epoch, 1 <= eval <= evals_per_epoch, and evaluates the net. The
 * evaluations divide the steps of an epoch into parts that are as equal as possible. */
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
    probes_measure(r->probes);
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
        r = probes_open(&run.probes, t);
    if (r == 0)
        train(&run);
    if (r == REFUSED) {
        result->status = TRIAL_REFUSED;
        r = 0;
    }
    result->seconds = clock_seconds() - start;
    result->peak_bytes = process_peak_bytes();
    probes_close(run.probes);
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
