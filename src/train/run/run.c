/* Runs a trial from its first step to its result; functions of results. */
#include "base/arena.h"
#include "base/error.h"
#include "base/system/clock.h"
#include "base/system/process.h"
#include "train/run/meter.h"
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
    mistakes_clear(&r->mistakes);
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

/* ---- training ---- */

/* A trial that runs in this process. */
struct run {
    struct trial *trial;
    struct trial_result *result; /* equal to trial->result */
    struct meter meter;
    struct probes *probes; /* NULL: none */
    trial_watch *watch;
    void *context;
    /* The next step: its epoch and the evaluation that follows it in the epoch, both counted from 1, and its number in the
     * epoch, from 0. */
    int epoch, eval, step;
    /* Processor time: at the start of the steps that meter.train_s does not yet include, and of the probes since then. */
    double steps_from_s, probed_s;
    const struct trial_keeper *keeper; /* NULL: neither checkpoints nor nets */
    /* by clock_coarse_seconds(): when keeper->stop() was last called, and when a checkpoint was last saved */
    double stop_asked_s, saved_s;
    double from_s; /* clock_seconds() when this process began the trial */
    /* time and peak memory of the processes that ran this trial before; 0 and NaN when there are none */
    double before_s, before_bytes;
    bool stopped; /* keeper->stop() returned true */
};

/* True when the trial loads and saves checkpoints. */
static bool has_checkpoints(const struct run *r)
{
    return r->keeper && r->keeper->save;
}

/* Records that the trial has diverged. loss: which of its losses was not finite, "training" or "test". */
static void set_diverged(struct run *r, const char *loss)
{
    r->result->status = TRIAL_DIVERGED;
    free(r->result->message);
    r->result->message = format_new("the %s loss was not finite at step %ld, in epoch %d", loss,
                                    r->trial->step, r->epoch);
}

/* Adds the processor time of the last steps, without that of probes, to meter.train_s. */
static void count_time(struct run *r)
{
    double now = clock_cpu_seconds();

    r->meter.train_s += now - r->steps_from_s - r->probed_s;
    r->steps_from_s = now;
    r->probed_s = 0;
}

/* Asks whether the trial is to stop. Saves a checkpoint when it is, or when the time for the next one has come. */
static void save_if_due(struct run *r)
{
    double now = clock_coarse_seconds(), every = 60 * r->trial->execution.checkpoint;

    if (now - r->stop_asked_s < r->keeper->stop_interval_s)
        return;
    r->stop_asked_s = now;
    r->stopped = r->keeper->stop(r->keeper->context);
    if (!r->stopped && !(every > 0 && now - r->saved_s >= every))
        return;
    count_time(r);
    r->keeper->save(r->keeper->context, r, r->result->data_sha256);
    r->saved_s = clock_coarse_seconds();
    r->steps_from_s = clock_cpu_seconds();
}

/* Takes the next step of an epoch, which is one of the steps [from, to) before an evaluation. When its loss is not
 * finite, marks the trial as diverged. */
static void take_step(struct run *r, int from, int to)
{
    struct trial *t = r->trial;
    int i = r->step - from;
    struct trial_step step;

    t->timed = meter_times(i, to - from);
    step = trial_step(t, r->step);
    meter_add(&r->meter, &step, t->timed ? t->stamp_s : NULL);
    if (!isfinite(step.loss)) {
        set_diverged(r, "training");
        return;
    }
    if (t->step == 1)
        r->result->curve[METRIC_grad_ratio][0] = gradient_ratio(&t->net);
    r->probed_s += probes_measure(r->probes);
}

/* Takes the steps of an epoch from r->step on, before step `to`. The steps [from, to) are those before one evaluation;
 * a restored trial may start in the middle of them. Ends early when the trial diverges or is to stop. */
static void take_steps(struct run *r, int from, int to)
{
    r->steps_from_s = clock_cpu_seconds();
    r->probed_s = 0;
    while (r->step < to && r->result->status == TRIAL_DONE) {
        if (has_checkpoints(r))
            save_if_due(r);
        if (r->stopped)
            return;
        take_step(r, from, to);
        r->step++;
    }
    count_time(r);
}

/* Trains up to evaluation number r->eval of the epoch, 1 <= eval <= evals_per_epoch, and evaluates the net. The
 * evaluations divide the steps of an epoch into parts that are as equal as possible. */
static void train_to_point(struct run *r)
{
    long steps = session_steps(r->trial), evals = r->result->evals_per_epoch;
    int point = (r->epoch - 1) * (int)evals + r->eval;

    take_steps(r, (int)(steps * (r->eval - 1) / evals), (int)(steps * r->eval / evals));
    if (r->stopped)
        return;
    meter_write(&r->meter, r->result, point, !r->trial->target);
    if (r->result->status == TRIAL_DONE) {
        r->result->curve[METRIC_grad_ratio][point] = gradient_ratio(&r->trial->net);
        evaluate_point(r->trial, point);
        if (!isfinite(r->result->curve[METRIC_test_loss][point]))
            set_diverged(r, "test");
    }
    if (r->watch)
        r->watch(r->context, r->result, point);
}

/* Evaluates the net before training, for point 0. */
static void measure_start(struct run *r)
{
    evaluate_point(r->trial, 0);
    probes_measure(r->probes);
    r->result->curve[METRIC_train_seconds][0] = 0;
    if (r->watch)
        r->watch(r->context, r->result, 0);
}

/* Calls the watch function for the points that were recorded before the checkpoint. */
static void watch_again(const struct run *r)
{
    int points = (r->epoch - 1) * r->result->evals_per_epoch + r->eval;

    for (int point = 0; r->watch && point < points; point++)
        r->watch(r->context, r->result, point);
}

/* Trains from r->epoch, r->eval and r->step to the end. */
static void train(struct run *r)
{
    int epochs = r->trial->options.epochs, evals = r->result->evals_per_epoch;

    r->stop_asked_s = r->saved_s = clock_coarse_seconds();
    for (; r->epoch <= epochs && r->result->status == TRIAL_DONE && !r->stopped; r->epoch++) {
        trial_epoch(r->trial, r->epoch);
        for (; r->eval <= evals && r->result->status == TRIAL_DONE && !r->stopped; r->eval++)
            train_to_point(r);
        r->eval = 1;
        r->step = 0;
    }
    r->result->steps = (double)r->trial->step;
}

/* ---- a whole trial ---- */

/* Returns the wall time of the trial so far, in all processes that ran it. */
static double elapsed_s(const struct run *r)
{
    return r->before_s + clock_seconds() - r->from_s;
}

/* Returns the peak memory of the trial so far, in all processes that ran it. */
static double peak_bytes(const struct run *r)
{
    return fmax(r->before_bytes, process_peak_bytes());
}

/* Transfers all that an earlier step wrote and a later step reads. What follows from epoch and step is left out: the
 * order of the samples, random numbers, the learning rate, and whether norms are frozen. So is what a step computes anew
 * before it reads it, as activations and gradients. */
void trial_transfer(struct run *r, struct transfer *x)
{
    struct trial *t = r->trial;
    double seconds = elapsed_s(r), bytes = peak_bytes(r);
    int points = r->result->points;

    TRANSFER(x, points);
    if (points < 0 || points > r->result->points) {
        /* the restored state is of a trial with more epochs, or damaged */
        x->failed = true;
        points = r->result->points;
    }
    TRANSFER(x, r->epoch);
    TRANSFER(x, r->eval);
    TRANSFER(x, r->step);
    TRANSFER(x, t->step);
    transfer_bytes(x, t->net.param, t->net.param_reals * sizeof(real));
    transfer_bytes(x, t->net.state, t->net.state_reals * sizeof(real));
    for (int i = 0; i < t->optimizer.type->slots; i++)
        transfer_bytes(x, t->optimizer.slot[i], t->net.param_reals * sizeof(real));
    TRANSFER(x, t->optimizer.steps);
    TRANSFER(x, r->meter);
    for (int m = 0; m < METRICS; m++)
        transfer_bytes(x, r->result->curve[m], ((size_t)points + 1) * sizeof(double));
    probes_transfer(r->probes, x);
    transfer_bytes(x, r->result->mistakes.bit, mistakes_bytes(r->result->mistakes.samples));
    TRANSFER(x, seconds);
    TRANSFER(x, bytes);
    if (!transfer_saves(x)) {
        r->before_s = seconds;
        r->before_bytes = bytes;
    }
}

const char *trial_bound_to_epochs(const struct config *complete)
{
    if (strcmp(config_get(complete, "schedule"), "cosine") == 0)
        return "with schedule=cosine all steps depend on epochs";
    return *config_get(complete, "probe") ? "the points of its probes depend on epochs" : NULL;
}

/* Sets up the trial and its probes, at the trial's start. Returns 0, -1 or INVALID after a message, or REFUSED. */
static int set_up(struct run *r, const struct config *config)
{
    const struct trial_keeper *k = r->keeper;
    int code;

    r->trial = xcalloc(1, sizeof *r->trial);
    r->trial->evaluates = true;
    r->trial->loads = k && k->load_net;
    r->epoch = r->eval = 1;
    r->step = 0;
    r->meter = (struct meter){0};
    r->before_s = 0;
    r->before_bytes = NAN;
    code = session_prepare(r->trial, config, r->result);
    if (code == 0)
        code = session_allocate(r->trial);
    if (code == 0 && r->trial->options.test_mistakes)
        mistakes_init(&r->result->mistakes, r->trial->test_n);
    if (code == 0 && r->trial->loads)
        code = k->load_net(k->nets, r->trial);
    if (code == 0)
        code = probes_open(&r->probes, r->trial);
    if (code == 0)
        code = session_reserve(r->trial);
    return code;
}

/* Frees the trial and its probes, but not the result. */
static void tear_down(struct run *r)
{
    probes_close(r->probes);
    trial_close(r->trial);
    r->probes = NULL;
    r->trial = NULL;
}

/* Saves the state and the net of a trial that is done, as far as the keeper asks for them. */
static void save_end(struct run *r)
{
    const struct trial_keeper *k = r->keeper;

    if (has_checkpoints(r) && k->saves_end)
        k->save(k->context, r, r->result->data_sha256);
    if (k && k->save_net)
        k->save_net(k->nets, r->trial, &r->trial->config, r->result);
}

/* Trains to the end: from a checkpoint when there is one, else from the start. Returns 0, or -1 after a message. */
static int restore_and_train(struct run *r, const struct config *config)
{
    const struct trial_keeper *k = r->keeper;
    int restored = has_checkpoints(r) ? k->load(k->context, r, r->result->data_sha256) : 0;

    if (restored < 0) {
        tear_down(r);
        trial_result_clear(r->result);
        if (set_up(r, config))
            return -1;
    }
    if (restored > 0)
        watch_again(r);
    else
        measure_start(r);
    train(r);
    if (!r->stopped && r->result->status == TRIAL_DONE)
        save_end(r);
    return 0;
}

int trial_run_kept(const struct config *config, struct trial_result *result, trial_watch *watch,
                   void *context, const struct trial_keeper *keeper)
{
    struct run run = {
        .result = result,
        .watch = watch,
        .context = context,
        .keeper = keeper,
        .from_s = clock_seconds(),
    };
    int r = set_up(&run, config);

    if (r == 0)
        r = restore_and_train(&run, config);
    if (r == REFUSED) {
        result->status = TRIAL_REFUSED;
        r = 0;
    }
    if (r == 0 && run.stopped)
        r = TRIAL_STOPPED;
    if (r == 0 && result->status != TRIAL_DONE)
        mistakes_clear(&result->mistakes);
    result->seconds = elapsed_s(&run);
    result->peak_bytes = peak_bytes(&run);
    tear_down(&run);
    if (r)
        trial_result_clear(result);
    return r;
}

int trial_run(const struct config *config, struct trial_result *result, trial_watch *watch,
              void *context)
{
    return trial_run_kept(config, result, watch, context, NULL) ? -1 : 0;
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
    return r && r != REFUSED ? -1 : 0;
}
