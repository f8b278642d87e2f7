/* Starts worker processes, waits for them and prints their messages. */
#include "sweep/workers.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/system/file.h"
#include "base/system/process.h"
#include "base/system/progress.h"
#include "store/checkpoint.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

struct worker {
    pid_t pid;  /* 0: there is no process */
    int trial;  /* index of its trial in the sweep */
    int errors; /* descriptor of a file in memory that gets its standard error */
};

struct pool {
    const struct sweep *sweep;
    const struct pool_options *options;
    struct pool_outcome *outcome;
    struct worker *worker;
    int *queue; /* [queued] indices of the trials to run, in the order of by_turn() */
    /* number of trials in the queue; position of the first that has not started */
    int queued, next;
    int running;      /* number of worker processes */
    bool ending;      /* SIGUSR1 or SIGUSR2 came: the workers save checkpoints and end */
    double done_cost; /* sum of the costs of the trials that have ended */
    bool unsaved;     /* a worker could not write its file; no more trials are started */
    char *warned;     /* the last warnings of a worker that were printed */
    struct progress progress;
    /* the signals that work() waits for; the signal mask before the run */
    sigset_t signals, before;
};

enum trial_state pool_state(const struct sweep *s, const char *root, int trial)
{
    char *done = sweep_find(s, root, trial, ".h5"), *failed = sweep_find(s, root, trial, ".failed");
    enum trial_state state = s->trial[trial].merged || done ? STATE_DONE
                             : failed                       ? STATE_FAILED
                                                            : STATE_MISSING;

    free(done);
    free(failed);
    return state;
}

/* ---- a worker ---- */

/* The arguments of `normlab trial --experiment NAME:VERSION --file PATH KEY=VALUE...`, with NULL at the end.
 * list_clear() frees. */
static struct list worker_arguments(const struct pool *p, int trial)
{
    const struct plan *plan = p->sweep->plan;
    char *path = sweep_path(p->sweep, p->options->root, trial, ".h5"),
         *owner = format_new("%s:%d", plan->name, plan->version);
    const char *const first[] = {"normlab", "trial",  "--quiet", "--experiment",
                                 owner,     "--file", path};
    struct list arguments = {0};
    struct config c = {0};

    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        list_add(&arguments, first[i]);
    config_merge(&c, &p->sweep->trial[trial].config);
    options_to_config(execution_keys, &p->sweep->execution, &c);
    for (int i = 0; i < c.count; i++)
        array_add(arguments.item, arguments.count) =
            format_new("%s=%s", c.item[i].key, c.item[i].value);
    array_add(arguments.item, arguments.count) = NULL;
    config_clear(&c);
    free(path);
    free(owner);
    return arguments;
}

/* Runs in the child process and turns it into the worker. The kernel kills the worker when its parent ends for any
 * reason. */
static void become_worker(const struct pool *p, char **argv, int errors, pid_t parent)
{
    sigset_t mask = p->before;

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(EXIT_FAILED);
    process_hold_stop_in(&mask);
    sigprocmask(SIG_SETMASK, &mask, NULL);
    dup2(errors, STDERR_FILENO);
    setenv("OPENBLAS_NUM_THREADS", "1", 1);
    setenv("OMP_NUM_THREADS", "1", 1);
    execv("/proc/self/exe", argv);
    error("cannot run the worker: %s", strerror(errno));
    _exit(EXIT_FAILED);
}

static int start_worker(struct pool *p, struct worker *w, int trial)
{
    struct list arguments = worker_arguments(p, trial);
    pid_t parent = getpid();

    w->trial = trial;
    w->errors = memfd_create("errors", MFD_CLOEXEC);
    w->pid = w->errors < 0 ? -1 : fork();
    if (w->pid == 0)
        become_worker(p, arguments.item, w->errors, parent);
    list_clear(&arguments);
    if (w->pid > 0) {
        p->running++;
        return 0;
    }
    error("cannot start a worker: %s", strerror(errno));
    if (w->errors >= 0)
        close(w->errors);
    w->pid = 0;
    return -1;
}

/* The text that the worker printed to standard error: a new string. Closes w->errors. */
static char *worker_message(struct worker *w)
{
    off_t size = lseek(w->errors, 0, SEEK_END);
    char *message = xcalloc((size_t)(size > 0 ? size : 0) + 1, 1);

    if (size > 0 && pread(w->errors, message, (size_t)size, 0) < 0)
        message[0] = '\0';
    close(w->errors);
    return message;
}

/* Prints the message of a failed trial, counts it, and writes its file .failed unless a signal killed the worker.
 * status: from waitpid(). */
static void note_failure(struct pool *p, int trial, int status, const char *message)
{
    const struct config *c = &p->sweep->trial[trial].config;
    char *path = sweep_path(p->sweep, p->options->root, trial, ".failed");
    struct text name = {0};

    for (int i = 0; i < p->sweep->axes; i++) {
        const char *value = config_get(c, p->sweep->axis[i]);

        text_add(&name, "%s=%s ", p->sweep->axis[i], value ? value : "");
    }
    text_add(&name, "seed=%s", config_get(c, "seed"));
    progress_hide(&p->progress);
    if (WIFSIGNALED(status)) {
        error("trial %s was killed by signal %d (%s); the next run tries it again", name.s,
              WTERMSIG(status), strsignal(WTERMSIG(status)));
    } else {
        fputs(message, stderr);
        error("trial %s failed", name.s);
        file_write(path, message, strlen(message));
    }
    p->outcome->failed++;
    text_clear(&name);
    free(path);
}

/* Prints the first line of the worker's message about a trial file that could not be written, with advice for the
 * user. Only the first such message of a run is printed. */
static void note_unsaved(struct pool *p, char *message)
{
    const char *prefix = "normlab: error: ";

    progress_hide(&p->progress);
    message[strcspn(message, "\n")] = '\0';
    if (!p->unsaved)
        error("%s; mend that and run the same command again",
              text_starts_with(message, prefix) ? message + strlen(prefix) : message);
    p->unsaved = true;
}

/* Prints the warnings of a worker that finished, unless they equal those printed last. */
static void pass_on(struct pool *p, const char *message)
{
    if (!*message || (p->warned && strcmp(p->warned, message) == 0))
        return;
    progress_hide(&p->progress);
    fputs(message, stderr);
    free(p->warned);
    p->warned = xstrdup(message);
}

/* Puts the trial of a worker that stopped in time back at the head of the queue. */
static void put_back(struct pool *p, int trial)
{
    char *trial_file = sweep_path(p->sweep, p->options->root, trial, ".h5"),
         *state = checkpoint_path(trial_file);

    p->queue[--p->next] = trial;
    p->outcome->checkpointed += p->ending && file_exists(state);
    free(trial_file);
    free(state);
}

static void finish_worker(struct pool *p, struct worker *w, int status)
{
    char *message = worker_message(w), *failed;

    w->pid = 0;
    p->running--;
    if (p->outcome->signal && !p->ending) {
        free(message);
        return;
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_STOPPED) {
        put_back(p, w->trial);
        pass_on(p, message);
        free(message);
        return;
    }
    p->done_cost += p->sweep->trial[w->trial].cost;
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_DONE) {
        p->outcome->finished++;
        failed = sweep_path(p->sweep, p->options->root, w->trial, ".failed");
        unlink(failed);
        free(failed);
        pass_on(p, message);
    } else if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_UNSAVED) {
        note_unsaved(p, message);
    } else {
        note_failure(p, w->trial, status, message);
    }
    free(message);
}

/* ---- the pool ---- */

static void reap(struct pool *p)
{
    int status;
    pid_t pid;

    while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
        for (int i = 0; i < p->options->jobs; i++)
            if (p->worker[i].pid == pid)
                finish_worker(p, &p->worker[i], status);
}

static void show_progress(struct pool *p, bool force)
{
    char note[96];
    int n = snprintf(note, sizeof note, "%d/%d trials", p->outcome->finished + p->outcome->failed,
                     p->queued);

    if (p->outcome->failed)
        snprintf(note + n, sizeof note - (size_t)n, ", %d failed", p->outcome->failed);
    progress_show(&p->progress, p->done_cost, note, force);
}

static void stop_workers(struct pool *p, int signal)
{
    p->outcome->signal = signal;
    p->ending = false;
    for (int i = 0; i < p->options->jobs; i++)
        if (p->worker[i].pid > 0)
            kill(p->worker[i].pid, SIGKILL);
}

/* Asks the workers to save checkpoints and to end. A signal that ended the run before stays the one. */
static void end_workers(struct pool *p, int signal)
{
    if (p->outcome->signal)
        return;
    p->outcome->signal = signal;
    p->ending = true;
    for (int i = 0; i < p->options->jobs; i++)
        if (p->worker[i].pid > 0)
            kill(p->worker[i].pid, signal);
}

/* Starts trials from the queue while fewer than options->jobs workers run. Returns 0, or -1 after a message when a
 * worker could not be started. */
static int start_trials(struct pool *p)
{
    bool stop = p->outcome->signal || p->unsaved || (p->options->fail_fast && p->outcome->failed);

    for (int i = 0; i < p->options->jobs && !stop && p->next < p->queued; i++)
        if (p->worker[i].pid == 0 && start_worker(p, &p->worker[i], p->queue[p->next++]))
            return -1;
    return 0;
}

static int work(struct pool *p)
{
    const struct timespec tick = {0, 200 * 1000 * 1000};
    int r = start_trials(p);

    while (p->running > 0) {
        int signal = sigtimedwait(&p->signals, NULL, &tick);

        if (signal == SIGINT || signal == SIGTERM)
            stop_workers(p, signal);
        if (signal == SIGUSR1 || signal == SIGUSR2)
            end_workers(p, signal);
        reap(p);
        if (r == 0)
            r = start_trials(p);
        if (!p->outcome->signal)
            show_progress(p, false);
    }
    return p->unsaved ? -1 : r;
}

static long seed_of(const struct sweep *s, int trial)
{
    return strtol(config_get(&s->trial[trial].config, "seed"), NULL, 10);
}

/* The position of a trial among those of its seed, when trials are compared by their times: each seed begins with a
 * different trial. */
static int turn_of(const struct sweep *s, int trial)
{
    return (int)((trial + 7919 * seed_of(s, trial)) % s->trials);
}

/* Compares the turns of two trials. Usually, trials with a higher cost run first, so that no core is idle at the end.
 * Trials that are compared by their times run seed by seed, so that other work on the machine affects all of them
 * equally. */
static int by_turn(const void *a, const void *b, void *context)
{
    const struct sweep *s = context;
    int i = *(const int *)a, j = *(const int *)b;

    if (s->plan->exclusive) {
        long x = seed_of(s, i), y = seed_of(s, j);

        return x != y ? (x > y) - (x < y) : turn_of(s, i) - turn_of(s, j);
    }
    if (s->trial[i].cost != s->trial[j].cost)
        return s->trial[i].cost > s->trial[j].cost ? -1 : 1;
    return i - j;
}

/* True when the trial's file can be read, or when there is no file but the merged file has the trial's row. False,
 * after a warning, when the file cannot be read: the trial is then run again. */
static bool is_whole(const struct pool *p, int trial)
{
    struct record record;
    char *path = sweep_find(p->sweep, p->options->root, trial, ".h5");
    bool there = path != NULL;

    free(path);
    if (!there)
        return p->sweep->trial[trial].merged;
    if (sweep_read(p->sweep, p->options->root, trial, &record)) {
        warning("that trial is run again");
        return false;
    }
    record_clear(&record);
    return true;
}

/* Fills the queue with the trials to run, and counts the others as skipped or failed. Returns the sum of the costs of
 * the trials in the queue. */
static double fill_queue(struct pool *p)
{
    double cost = 0;

    p->queue = xcalloc((size_t)p->sweep->trials, sizeof *p->queue);
    for (int i = 0; i < p->sweep->trials; i++) {
        enum trial_state state = pool_state(p->sweep, p->options->root, i);

        if (state == STATE_DONE && !p->options->force && is_whole(p, i)) {
            p->outcome->skipped++;
        } else if (state == STATE_FAILED && !p->options->force && !p->options->retry_failed) {
            p->outcome->failed++;
        } else {
            p->queue[p->queued++] = i;
            cost += p->sweep->trial[i].cost;
        }
    }
    qsort_r(p->queue, (size_t)p->queued, sizeof *p->queue, by_turn, (void *)p->sweep);
    if (p->outcome->failed)
        warning("%d trial%s failed in an earlier run; --retry-failed runs %s again",
                p->outcome->failed, p->outcome->failed == 1 ? "" : "s",
                p->outcome->failed == 1 ? "it" : "them");
    return cost;
}

int pool_run(const struct sweep *s, const struct pool_options *options,
             struct pool_outcome *outcome)
{
    struct pool p = {.sweep = s, .options = options, .outcome = outcome};
    char *folder = format_new("%s/results/%s", options->root, s->name);
    double cost;
    int r, before;

    memset(outcome, 0, sizeof *outcome);
    r = folder_make(folder);
    if (r == 0) {
        folder_sweep(folder);
        if (!options->force)
            checkpoint_sweep(folder);
        cost = fill_queue(&p);
        before = outcome->failed;
        p.worker = xcalloc((size_t)options->jobs, sizeof *p.worker);
        sigemptyset(&p.signals);
        sigaddset(&p.signals, SIGCHLD);
        sigaddset(&p.signals, SIGINT);
        sigaddset(&p.signals, SIGTERM);
        process_hold_stop_in(&p.signals);
        sigprocmask(SIG_BLOCK, &p.signals, &p.before);
        progress_start(&p.progress, s->plan->name, cost, options->quiet || p.queued == 0);
        outcome->failed = 0;
        show_progress(&p, true);
        r = work(&p);
        if (!outcome->signal)
            show_progress(&p, true);
        outcome->failed += before;
        outcome->left = p.queued - p.next;
        if (p.ending && outcome->left == 0)
            outcome->signal = 0; /* all were done in time */
        progress_hide(&p.progress);
        sigprocmask(SIG_SETMASK, &p.before, NULL);
        folder_sweep(folder);
        if (!options->force)
            checkpoint_sweep(folder);
        free(p.worker);
        free(p.queue);
        free(p.warned);
    }
    free(folder);
    return r;
}
