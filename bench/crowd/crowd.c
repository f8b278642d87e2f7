/*
 * Simulates many runs that share one folder: the queue and the leases of src/sweep/runs/, on real files, in virtual time
 * (virtual.h). Trials are not trained; each takes a time that is drawn. Some runs die and leave their leases; others stand
 * still for a while, as a machine that sleeps, and go on. Each run is on a machine of its own, so that no other can see
 * that it has ended. Prints what the file server had to do, and what the workers' time was spent on.
 *
 * usage: crowd [KEY=VALUE]... FOLDER     FOLDER: for the files; must not exist, and should be in memory
 */
#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/rng.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include "base/text.h"
#include "store/saved/checkpoint.h"
#include "sweep/runs/queue.h"
#include "virtual.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define NAME "crowd"

/* What can be set, with its default. */
#define SETTINGS(_)                                                                                \
    _(runs, 1000, "runs, each on a machine of its own")                                            \
    _(jobs, 1, "workers of a run")                                                                 \
    _(trials, 100000, "trials")                                                                    \
    _(seconds, 60, "mean time of a trial; half of them are between 0.6 and 1.2 times that")        \
    _(deaths, 0.05, "share of the runs that die")                                                  \
    _(sleeps, 0.01, "share of the runs that stand still once, for ten minutes")                    \
    _(start, 10, "seconds in which all runs start")                                                \
    _(latency, 0.001, "seconds that an operation of the file server takes")                        \
    _(capacity, 0, "operations a second that the server can do; 0: any number")                    \
    _(seed, 1, "of the random numbers")

struct settings {
#define SETTING(name, value, about) double name;
    SETTINGS(SETTING)
#undef SETTING
};

/* What has become of a trial. */
struct fate {
    double seconds;  /* the time that it takes */
    double orphan_s; /* when the run that had it died; NaN: none did since it was last taken */
    int ended;       /* how often */
};

/* A worker of a run. */
struct slot {
    int trial;     /* -1: none */
    double idle_s; /* when it had none any more */
    double began_s, end_s;
    struct lease lease;
};

struct run {
    struct crowd *crowd;
    struct queue queue;
    struct slot *slot;       /* [jobs] */
    double dies_s, sleeps_s; /* INFINITY: it does not */
    double renewed_s;        /* when it last renewed its leases */
    bool died;
};

/* Sums over all runs. The seconds are those of workers. */
struct sums {
    double first_s, twice_s, lost_s; /* trained: for the first time, again, and by runs that died */
    double looking_s;                /* between two trials */
    double waiting_s;                /* after their last trial, until all trials were over */
    double delay_s, longest_s;       /* from a death until another run took the trial */
    int taken_over, twice, died;
};

struct crowd {
    struct settings set;
    struct sweep sweep;
    struct pool_options options;
    char *folder;      /* of the trials' files */
    struct fate *fate; /* [trials] */
    struct run *run;
    int alive, done;     /* runs that have neither died nor ended, and trials that have been done */
    double last_trial_s; /* when the last trial ended for the first time */
    struct sums sums;
};

/* ---- what a run does: the same as work() in src/sweep/runs/workers.c ---- */

static void note_taken(struct crowd *c, int trial)
{
    struct fate *f = &c->fate[trial];

    if (!isnan(f->orphan_s)) {
        double delay = virtual_seconds() - f->orphan_s;

        c->sums.taken_over++;
        c->sums.delay_s += delay;
        c->sums.longest_s = fmax(c->sums.longest_s, delay);
        f->orphan_s = NAN;
    }
}

static void start_trials(struct run *r)
{
    struct crowd *c = r->crowd;

    for (int i = 0; i < (int)c->set.jobs; i++) {
        struct slot *s = &r->slot[i];

        if (s->trial >= 0)
            continue;
        s->trial = queue_next(&r->queue, &s->lease);
        if (s->trial < 0)
            return;
        note_taken(c, s->trial);
        s->began_s = virtual_seconds();
        c->sums.looking_s += s->began_s - s->idle_s;
        s->end_s = s->began_s + c->fate[s->trial].seconds;
    }
}

static void end_trial(struct run *r, struct slot *s)
{
    struct crowd *c = r->crowd;
    struct fate *f = &c->fate[s->trial];
    char *path = sweep_path(&c->sweep, c->options.root, s->trial, ".h5");

    s->idle_s = virtual_seconds();
    if (f->ended++ == 0) {
        c->done++;
        c->sums.first_s += f->seconds;
        c->last_trial_s = fmax(c->last_trial_s, virtual_seconds());
    } else {
        c->sums.twice++;
        c->sums.twice_s += f->seconds;
    }
    if (file_write(path, "", 0))
        exit(EXIT_FAILED);
    lease_end(&r->queue.leases, c->sweep.trial[s->trial].key, &s->lease, true);
    free(path);
    s->trial = -1;
}

static void end_trials(struct run *r)
{
    for (int i = 0; i < (int)r->crowd->set.jobs; i++)
        if (r->slot[i].trial >= 0 && r->slot[i].end_s <= virtual_seconds())
            end_trial(r, &r->slot[i]);
}

static void renew_leases(struct run *r)
{
    if (virtual_seconds() < r->renewed_s + lease_interval(&r->queue.leases))
        return;
    r->renewed_s = virtual_seconds();
    for (int i = 0; i < (int)r->crowd->set.jobs; i++)
        if (r->slot[i].trial >= 0)
            lease_renew(&r->queue.leases, &r->slot[i].lease, "epoch 1 of 3");
}

/* The run dies. Its leases stay. */
static void abandon(struct run *r)
{
    struct crowd *c = r->crowd;

    r->died = true;
    c->alive--;
    c->sums.died++;
    for (int i = 0; i < (int)c->set.jobs; i++) {
        struct slot *s = &r->slot[i];

        if (s->trial < 0)
            continue;
        if (c->fate[s->trial].ended == 0)
            c->fate[s->trial].orphan_s = virtual_seconds();
        c->sums.lost_s += virtual_seconds() - s->began_s;
        close(s->lease.file);
        free(s->lease.path);
    }
}

/* When the run has to do something next, unless it dies before. */
static double next_event(const struct run *r)
{
    bool running = false, idle = false;
    double next = INFINITY;

    for (int i = 0; i < (int)r->crowd->set.jobs; i++) {
        running |= r->slot[i].trial >= 0;
        idle |= r->slot[i].trial < 0;
        if (r->slot[i].trial >= 0)
            next = fmin(next, r->slot[i].end_s);
    }
    if (running)
        next = fmin(next, r->renewed_s + lease_interval(&r->queue.leases));
    if (idle && r->queue.waiting > 0) /* it looks every 0.2 s whether the pause is over */
        next = fmin(next, fmax(virtual_seconds() + 0.2, r->queue.pause_until_s));
    return next;
}

static void live(struct run *r)
{
    for (;;) {
        double next;

        start_trials(r);
        renew_leases(r);
        next = next_event(r);
        if (isinf(next))
            return;
        if (next >= r->dies_s) {
            virtual_sleep_until(r->dies_s);
            abandon(r);
            return;
        }
        if (next >= r->sleeps_s) {
            next = r->sleeps_s + 600;
            r->sleeps_s = INFINITY;
        }
        virtual_sleep_until(next);
        end_trials(r);
    }
}

/* The end of pool_run(). It lists the folder three times, and only in the last run something else can come of it than in the
 * others: these only ask the server for the names. */
static void clear(struct run *r)
{
    struct crowd *c = r->crowd;

    if (--c->alive > 0) {
        virtual_list(3 * c->done);
        leases_close(&r->queue.leases);
        return;
    }
    folder_sweep(c->folder);
    checkpoint_remove_done(c->folder);
    queue_clear(&r->queue);
}

static void body(void *context)
{
    struct run *r = context;
    struct crowd *c = r->crowd;

    r->renewed_s = virtual_seconds();
    for (int i = 0; i < (int)c->set.jobs; i++)
        r->slot[i] = (struct slot){.trial = -1, .idle_s = virtual_seconds()};
    folder_sweep(c->folder);
    checkpoint_remove_done(c->folder);
    live(r);
    if (r->died)
        return;
    for (int i = 0; i < (int)c->set.jobs; i++)
        c->sums.waiting_s += virtual_seconds() - r->slot[i].idle_s;
    clear(r);
}

/* ---- the scenario ---- */

/* A trial's time: lognormal with that mean; the estimate by which runs order the trials is off by up to a fifth. */
static void make_trials(struct crowd *c)
{
    const double spread = 0.5;
    struct rng r = rng_stream((uint64_t)c->set.seed, "trials");

    c->sweep.trials = (int)c->set.trials;
    c->sweep.trial = xcalloc((size_t)c->sweep.trials, sizeof *c->sweep.trial);
    c->fate = xcalloc((size_t)c->sweep.trials, sizeof *c->fate);
    for (int i = 0; i < c->sweep.trials; i++) {
        double seconds = c->set.seconds * exp(spread * rng_normal(&r) - 0.5 * spread * spread);

        c->fate[i] = (struct fate){.seconds = seconds, .orphan_s = NAN};
        c->sweep.trial[i].cost = seconds * (0.8 + 0.4 * rng_uniform(&r));
        snprintf(c->sweep.trial[i].key, TRIAL_KEY, "%016x", (unsigned)i);
    }
}

/* The time that the trials take when no worker is ever without one. */
static double ideal_seconds(const struct crowd *c)
{
    double sum = 0;

    for (int i = 0; i < c->sweep.trials; i++)
        sum += c->fate[i].seconds;
    return sum / (c->set.runs * c->set.jobs);
}

/* All runs start in the empty folder, so they have the same list of trials, which is made once. */
static void make_runs(struct crowd *c)
{
    struct rng r = rng_stream((uint64_t)c->set.seed, "runs");
    struct queue filled;
    double ideal = ideal_seconds(c);

    queue_fill(&filled, &c->sweep, &c->options);
    c->alive = (int)c->set.runs;
    c->run = xcalloc((size_t)c->set.runs, sizeof *c->run);
    for (int i = 0; i < (int)c->set.runs; i++) {
        struct run *run = &c->run[i];
        double fate = rng_uniform(&r), moment = ideal * rng_uniform(&r);

        *run = (struct run){.crowd = c, .queue = filled, .dies_s = INFINITY, .sleeps_s = INFINITY};
        leases_open(&run->queue.leases, c->folder);
        snprintf(run->queue.leases.self.host, sizeof run->queue.leases.self.host, "node%d", i + 1);
        strcpy(run->queue.leases.self.machine, "simulated");
        run->queue.skip_rng = rng_stream((uint64_t)c->set.seed, run->queue.leases.self.host);
        run->queue.removed = xcalloc((size_t)c->sweep.trials, sizeof *run->queue.removed);
        run->queue.remote_lease = xcalloc((size_t)c->sweep.trials, sizeof *run->queue.remote_lease);
        run->slot = xcalloc((size_t)c->set.jobs, sizeof *run->slot);
        if (fate < c->set.deaths)
            run->dies_s = moment;
        else if (fate < c->set.deaths + c->set.sleeps)
            run->sleeps_s = moment;
        virtual_add(body, run, c->set.start * rng_uniform(&r));
    }
}

static void print_value(const char *name, double value)
{
    number_print(stdout, "%-44s %.6g\n", name, value);
}

static void report(const struct crowd *c, const struct server *s, double all_s)
{
    double operations = 0, trained = c->sums.first_s + c->sums.twice_s + c->sums.lost_s,
           workers_s = trained + c->sums.looking_s + c->sums.waiting_s;
    int undone = 0;

    for (int i = 0; i < OPS; i++)
        operations += (double)s->count[i];
    for (int i = 0; i < c->sweep.trials; i++)
        undone += c->fate[i].ended == 0;
    print_value("trials that nobody did", undone);
    print_value("hours", all_s / 3600);
    print_value("of that, in % of the shortest possible time", 100 * all_s / ideal_seconds(c));
    print_value("operations of the file server, in millions", 1e-6 * operations);
    print_value("operations a trial", operations / c->sweep.trials);
    print_value("operations a second", operations / all_s);
    print_value("operations a second, in the busiest 10 s", s->busiest);
    print_value("the busiest 10 s, after hours", s->busiest_at / 3600);
    for (int i = 0; i < OPS; i++) {
        char name[64];

        snprintf(name, sizeof name, "  %s, a trial", operation_name[i]);
        print_value(name, (double)s->count[i] / c->sweep.trials);
    }
    print_value("runs that died", c->sums.died);
    print_value("trials taken over", c->sums.taken_over);
    print_value("seconds until they were, mean", c->sums.delay_s / fmax(1, c->sums.taken_over));
    print_value("seconds until they were, longest", c->sums.longest_s);
    print_value("trials done twice", c->sums.twice);
    print_value("% of trials done twice", 100. * c->sums.twice / c->sweep.trials);
    print_value("% of the workers' time: useful", 100 * c->sums.first_s / workers_s);
    print_value("% of the workers' time: lost by deaths", 100 * c->sums.lost_s / workers_s);
    print_value("% of the workers' time: done twice", 100 * c->sums.twice_s / workers_s);
    print_value("% of the workers' time: between trials", 100 * c->sums.looking_s / workers_s);
    print_value("% of the workers' time: waiting at the end", 100 * c->sums.waiting_s / workers_s);
}

/* Sets what KEY=VALUE says. */
static void set_value(struct settings *set, const char *text)
{
    static const char *const name[] = {
#define SETTING(name, value, about) #name,
        SETTINGS(SETTING)
#undef SETTING
    };
    double *const value[] = {
#define SETTING(name, value, about) &set->name,
        SETTINGS(SETTING)
#undef SETTING
    };

    for (size_t i = 0; i < sizeof name / sizeof *name; i++) {
        size_t n = strlen(name[i]);

        if (strncmp(text, name[i], n) == 0 && text[n] == '=' && number_is(text + n + 1)) {
            *value[i] = number_parse(text + n + 1, NULL);
            return;
        }
    }
    die("%s: should be KEY=NUMBER; crowd without arguments shows the keys", text);
}

static void print_usage(void)
{
    fprintf(stderr, "usage: crowd [KEY=VALUE]... FOLDER\n\nFOLDER must not exist. Keys:\n");
#define SETTING(name, value, about)                                                                \
    number_print(stderr, "  %-9s %-8g %s\n", #name, (double)(value), about);
    SETTINGS(SETTING)
#undef SETTING
}

/* Each run keeps the leases that it holds open. */
static void allow_descriptors(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

int main(int argc, char **argv)
{
    static struct plan plan = {.name = NAME};
    struct server server = {0};
    struct crowd c = {.set = {
#define SETTING(name, value, about) .name = value,
                          SETTINGS(SETTING)
#undef SETTING
                      }};
    double start = clock_cpu_seconds();

    if (argc < 2) {
        print_usage();
        return EXIT_USAGE;
    }
    for (int i = 1; i < argc - 1; i++)
        set_value(&c.set, argv[i]);
    if (file_exists(argv[argc - 1]))
        die("%s exists; name a folder that does not", argv[argc - 1]);
    allow_descriptors();
    c.folder = format_new("%s/results/" NAME, argv[argc - 1]);
    c.options =
        (struct pool_options){.root = argv[argc - 1], .jobs = (int)c.set.jobs, .quiet = true};
    c.sweep.plan = &plan;
    c.sweep.name = xstrdup(NAME);
    if (folder_make(c.folder))
        return EXIT_FAILED;
    server.latency_s = c.set.latency;
    server.capacity = c.set.capacity;
    make_trials(&c);
    virtual_start(&server, c.folder);
    make_runs(&c);
    virtual_run();
    report(&c, &server, c.last_trial_s);
    print_value("seconds of processor time of the simulation", clock_cpu_seconds() - start);
    return EXIT_DONE;
}
