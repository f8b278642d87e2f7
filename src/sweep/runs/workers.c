/* Starts worker processes, waits for them and prints their messages. */
#include "sweep/runs/workers.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include "base/system/process.h"
#include "base/system/progress.h"
#include "store/saved/checkpoint.h"
#include "sweep/runs/queue.h"
#include <errno.h>
#include <fcntl.h>
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
    int note; /* descriptor of a file in memory in which it writes its progress, as "epoch 3 of 10" */
    struct lease lease;
};

/* A run of a sweep. */
struct pool {
    const struct sweep *sweep;
    const struct pool_options *options;
    struct pool_outcome *outcome;
    struct worker *worker; /* [options->jobs] */
    struct queue queue;
    double renewed_s; /* when the leases were last renewed, by clock_seconds() */
    int running;      /* number of worker processes */
    bool ending;      /* SIGUSR1 or SIGUSR2 came: the workers save checkpoints and end */
    double done_cost; /* sum of the costs of the trials that have ended in this run */
    bool unsaved;     /* a worker could not write its file; no more trials are started */
    char *warned;     /* the last warnings of a worker that were printed */
    struct progress progress;
    sigset_t signals; /* those that work() waits for */
    sigset_t before;  /* the signal mask before the run */
};

/* ---- a worker ---- */

/* Returns the arguments of `normlab trial --experiment NAME:VERSION --file PATH --note N KEY=VALUE...`, with NULL at the end.
 * list_clear() frees them. */
static struct list worker_arguments(const struct pool *p, const struct worker *w)
{
    const struct plan *plan = p->sweep->plan;
    char *path = sweep_path(p->sweep, p->options->root, w->trial, ".h5"),
         *owner = format_new("%s:%d", plan->name, plan->version), *note = format_new("%d", w->note);
    const char *const first[] = {"normlab", "trial",  "--quiet", "--experiment", owner, "--file",
                                 path,      "--note", note};
    struct list arguments = {0};
    struct config c = {0};

    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        list_add(&arguments, first[i]);
    config_merge(&c, &p->sweep->trial[w->trial].config);
    options_to_config(execution_keys, &p->sweep->execution, &c);
    for (int i = 0; i < c.count; i++)
        array_add(arguments.item, arguments.count) =
            format_new("%s=%s", c.item[i].key, c.item[i].value);
    array_add(arguments.item, arguments.count) = NULL;
    config_clear(&c);
    free(path);
    free(owner);
    free(note);
    return arguments;
}

/* Turns the child process, in which it is called, into the worker. The kernel kills the worker when its parent ends for any
 * reason. parent: the parent's process id. */
static void become_worker(const struct pool *p, const struct worker *w, char **argv, pid_t parent)
{
    sigset_t mask = p->before;

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(EXIT_FAILED);
    process_hold_stop_in(&mask);
    sigprocmask(SIG_SETMASK, &mask, NULL);
    dup2(w->errors, STDERR_FILENO);
    fcntl(w->note, F_SETFD, 0); /* clears close-on-exec, so that the worker has the file, too */
    setenv("OPENBLAS_NUM_THREADS", "1", 1);
    setenv("OMP_NUM_THREADS", "1", 1);
    execv("/proc/self/exe", argv);
    error("cannot run the worker: %s", strerror(errno));
    _exit(EXIT_FAILED);
}

/* Marks the worker as ended and ends its lease. over: see lease_end(). */
static void release_worker(struct pool *p, struct worker *w, bool over)
{
    lease_end(&p->queue.leases, p->sweep->trial[w->trial].key, &w->lease, over);
    if (w->errors >= 0)
        close(w->errors);
    if (w->note >= 0)
        close(w->note);
    w->pid = 0;
}

/* Starts the worker of a trial. The worker gets the trial's lease, which is given up when this fails. Returns 0, or -1 after a
 * message. */
static int start_worker(struct pool *p, struct worker *w, int trial, struct lease lease)
{
    struct list arguments;
    pid_t parent = getpid();

    *w = (struct worker){.trial = trial, .lease = lease};
    w->errors = memfd_create("errors", MFD_CLOEXEC);
    w->note = memfd_create("note", MFD_CLOEXEC);
    arguments = worker_arguments(p, w);
    w->pid = w->errors < 0 || w->note < 0 ? -1 : fork();
    if (w->pid == 0)
        become_worker(p, w, arguments.item, parent);
    list_clear(&arguments);
    if (w->pid > 0) {
        p->running++;
        return 0;
    }
    error("cannot start a worker: %s", strerror(errno));
    release_worker(p, w, false);
    return -1;
}

/* Returns the text that the worker printed to standard error, as a new string. */
static char *worker_message(const struct worker *w)
{
    off_t size = lseek(w->errors, 0, SEEK_END);
    char *message = xcalloc((size_t)(size > 0 ? size : 0) + 1, 1);

    if (size > 0 && pread(w->errors, message, (size_t)size, 0) < 0)
        message[0] = '\0';
    return message;
}

/* True when the trial must not be tried again: it has a result, or its configuration is wrong. After any other end, as for
 * lack of memory or by a signal, another attempt may succeed. status: from waitpid(). */
static bool is_over(int status)
{
    return WIFEXITED(status) &&
           (WEXITSTATUS(status) == EXIT_DONE || WEXITSTATUS(status) == EXIT_USAGE);
}

/* Returns the last line of a worker's message, without "normlab: error: ". The result points into message, which is
 * changed. */
static const char *last_line(char *message)
{
    static const char *const prefix[] = {"normlab: ", "error: "};
    size_t n = strlen(message);
    const char *line;

    while (n > 0 && message[n - 1] == '\n')
        message[--n] = '\0';
    line = strrchr(message, '\n') ? strrchr(message, '\n') + 1 : message;
    for (int i = 0; i < 2; i++)
        line += text_starts_with(line, prefix[i]) ? strlen(prefix[i]) : 0;
    return line;
}

/* Prints why a trial failed, and counts it. When its configuration is wrong, also writes the message to <key>.failed, so that
 * later runs leave the trial out. status: from waitpid(). */
static void note_failure(struct pool *p, int trial, int status, char *message)
{
    char *path = sweep_path(p->sweep, p->options->root, trial, ".failed");
    char *name = sweep_trial_name(p->sweep, trial);

    progress_hide(&p->progress);
    if (WIFSIGNALED(status)) {
        fputs(message, stderr); /* for example that the file of the data cache was truncated */
        error("trial %s was killed by signal %d (%s); the next run tries it again", name,
              WTERMSIG(status), strsignal(WTERMSIG(status)));
    } else if (is_over(status)) {
        fputs(message, stderr);
        error("trial %s failed", name);
        file_write(path, message, strlen(message));
    } else {
        const char *why = last_line(message);

        error("trial %s: %s; the next run tries it again", name,
              *why ? why : "its process failed without a message");
    }
    p->outcome->failed++;
    free(name);
    free(path);
}

/* Prints the worker's message that its trial file could not be written, with advice for the user. Only the first such message
 * of a run is printed. */
static void note_unsaved(struct pool *p, char *message)
{
    progress_hide(&p->progress);
    if (!p->unsaved)
        error("%s; mend that and run the same command again", last_line(message));
    p->unsaved = true;
}

/* Prints the warnings of a worker that ended without failure, unless they equal those printed last. */
static void pass_on(struct pool *p, const char *message)
{
    if (!*message || (p->warned && strcmp(p->warned, message) == 0))
        return;
    progress_hide(&p->progress);
    fputs(message, stderr);
    free(p->warned);
    p->warned = xstrdup(message);
}

/* Puts the trial of a worker that was stopped, and has saved a checkpoint, back into the queue. */
static void put_back(struct pool *p, int trial)
{
    char *trial_file = sweep_path(p->sweep, p->options->root, trial, ".h5"),
         *state = checkpoint_path(trial_file);

    queue_put_back(&p->queue, trial);
    p->outcome->checkpointed += p->ending && file_exists(state);
    free(trial_file);
    free(state);
}

/* Counts a trial that has ended, and prints the worker's message. The trial was finished, its file could not be written, or it
 * failed. status: from waitpid(). */
static void note_end(struct pool *p, int trial, int status, char *message)
{
    char *failed;

    p->done_cost += p->sweep->trial[trial].cost;
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_DONE) {
        p->outcome->finished++;
        failed = sweep_path(p->sweep, p->options->root, trial, ".failed");
        unlink(failed);
        free(failed);
        pass_on(p, message);
    } else if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_UNSAVED) {
        note_unsaved(p, message);
    } else {
        note_failure(p, trial, status, message);
    }
}

/* Called when a worker's process has ended. status: from waitpid(). */
static void finish_worker(struct pool *p, struct worker *w, int status)
{
    char *message = worker_message(w);
    bool stopped = WIFEXITED(status) && WEXITSTATUS(status) == EXIT_STOPPED;
    /* when false, the trial is for a later run, or for another one that runs now */
    bool over = is_over(status);

    p->running--;
    if (!p->outcome->signal || p->ending) { /* this run has not killed the worker */
        if (stopped) {
            put_back(p, w->trial);
            pass_on(p, message);
        } else {
            note_end(p, w->trial, status, message);
        }
    }
    release_worker(p, w, over);
    free(message);
}

/* ---- the pool ---- */

/* Finishes all workers whose processes have ended. */
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
    int ended =
        p->outcome->finished + p->outcome->failed + p->queue.elsewhere + p->queue.failed_elsewhere;
    int n = snprintf(note, sizeof note, "%d/%d trials", ended, p->queue.count);

    if (p->outcome->failed)
        snprintf(note + n, sizeof note - (size_t)n, ", %d failed", p->outcome->failed);
    progress_show(&p->progress, p->done_cost + p->queue.elsewhere_cost, note, force);
}

/* Kills the workers. */
static void stop_workers(struct pool *p, int signal)
{
    p->outcome->signal = signal;
    p->ending = false;
    for (int i = 0; i < p->options->jobs; i++)
        if (p->worker[i].pid > 0)
            kill(p->worker[i].pid, SIGKILL);
}

/* Asks the workers to save checkpoints and to end. If a signal has ended the run before, that one stays recorded. */
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

/* True when no more trials are to be started: a signal has ended the run, a worker could not write its file, or a trial
 * has failed with options->fail_fast. */
static bool is_stopped(const struct pool *p)
{
    return p->outcome->signal || p->unsaved || (p->options->fail_fast && p->outcome->failed);
}

/* Starts trials from the queue while fewer than options->jobs workers run. Returns 0, or -1 after a message when a
 * worker could not be started. */
static int start_trials(struct pool *p)
{
    for (int i = 0; i < p->options->jobs && !is_stopped(p); i++) {
        struct lease lease;
        int trial;

        if (p->worker[i].pid)
            continue;
        trial = queue_next(&p->queue, &lease);
        if (trial < 0)
            return 0;
        if (start_worker(p, &p->worker[i], trial, lease))
            return -1;
    }
    return 0;
}

/* Renews the leases of the running trials when it is time. */
static void renew_leases(struct pool *p)
{
    if (clock_seconds() - p->renewed_s < lease_interval(&p->queue.leases))
        return;
    p->renewed_s = clock_seconds();
    for (int i = 0; i < p->options->jobs; i++) {
        struct worker *w = &p->worker[i];
        char note[NOTE_BYTES] = "";

        if (w->pid == 0)
            continue;
        if (pread(w->note, note, sizeof note - 1, 0) < 0)
            note[0] = '\0';
        lease_renew(&p->queue.leases, &w->lease, note);
    }
}

/* Runs until all trials of the queue have ended. Also waits for trials that other runs work on, and takes them when these runs
 * are killed. Returns as pool_run() does. */
static int work(struct pool *p)
{
    const struct timespec tick = {0, 200 * 1000 * 1000};
    int r = start_trials(p);

    while (p->running > 0 || (r == 0 && !is_stopped(p) && p->queue.waiting > 0)) {
        int signal = sigtimedwait(&p->signals, NULL, &tick);

        if (signal == SIGINT || signal == SIGTERM)
            stop_workers(p, signal);
        if (signal == SIGUSR1 || signal == SIGUSR2)
            end_workers(p, signal);
        reap(p);
        if (r == 0)
            r = start_trials(p);
        renew_leases(p);
        if (!p->outcome->signal)
            show_progress(p, false);
    }
    return p->unsaved ? -1 : r;
}

/* Warns how many trials failed before this run. */
static void warn_of_failed(int failed)
{
    if (failed)
        warning("%d trial%s failed in an earlier run; --retry-failed runs %s again", failed,
                plural(failed), failed == 1 ? "it" : "them");
}

int pool_run(const struct sweep *s, const struct pool_options *options,
             struct pool_outcome *outcome)
{
    struct pool p = {.sweep = s, .options = options, .outcome = outcome};
    char *folder = sweep_folder(s, options->root);
    double cost;
    int r;

    memset(outcome, 0, sizeof *outcome);
    r = folder_make(folder);
    if (r == 0) {
        folder_sweep(folder);
        if (!options->force)
            checkpoint_remove_done(folder);
        cost = queue_fill(&p.queue, s, options);
        warn_of_failed(p.queue.failed);
        p.worker = xcalloc((size_t)options->jobs, sizeof *p.worker);
        sigemptyset(&p.signals);
        sigaddset(&p.signals, SIGCHLD);
        sigaddset(&p.signals, SIGINT);
        sigaddset(&p.signals, SIGTERM);
        process_hold_stop_in(&p.signals);
        sigprocmask(SIG_BLOCK, &p.signals, &p.before);
        progress_start(&p.progress, s->plan->name, cost, options->quiet || p.queue.count == 0);
        show_progress(&p, true);
        r = work(&p);
        if (!outcome->signal)
            show_progress(&p, true);
        progress_hide(&p.progress);
        sigprocmask(SIG_SETMASK, &p.before, NULL);
        folder_sweep(folder);
        if (!options->force)
            checkpoint_remove_done(folder);
        outcome->left = p.queue.waiting;
        if (p.ending && outcome->left == 0)
            outcome->signal = 0; /* all trials were over before the run ended */
        outcome->skipped = p.queue.skipped;
        outcome->elsewhere = p.queue.elsewhere;
        outcome->failed += p.queue.failed + p.queue.failed_elsewhere;
        queue_clear(&p.queue);
        free(p.worker);
        free(p.warned);
    }
    free(folder);
    return r;
}
