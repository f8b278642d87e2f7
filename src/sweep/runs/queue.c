#include "sweep/runs/queue.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/map.h"
#include "base/system/clock.h"
#include "base/text.h"
#include <dirent.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* When other runs seem to have taken all waiting trials, a run checks at most CHECKED_MOST of them, pauses, and continues with
 * the next. The pause, in seconds, doubles each time from FIRST_PAUSE to LAST_PAUSE. When the checks take long, as on a busy
 * server, it is PAUSE_FACTOR times as long as they took, but at most LONGEST_PAUSE. */
enum { CHECKED_MOST = 16, PAUSE_FACTOR = 50 };
#define FIRST_PAUSE   0.2
#define LAST_PAUSE    5.0
#define LONGEST_PAUSE 60.0

/* The longest time of a call of queue_next(). Without a limit it may take minutes: to check 100,000 trials on a slow file
 * server. */
#define CALL_SECONDS 1.0

/* ---- the order ---- */

static long seed_of(const struct sweep *s, int trial)
{
    return strtol(config_get(&s->trial[trial].config, "seed"), NULL, 10);
}

/* Returns a number by which the trials of one seed are ordered, when trials are compared by their times. The order is that of
 * the sweep, but each seed begins with another trial. */
static int turn_of(const struct sweep *s, int trial)
{
    return (int)((trial + 7919 * seed_of(s, trial)) % s->trials);
}

/* Orders trials as they start. Usually, trials with a higher cost start first, so that no core is idle at the end. Trials that
 * are compared by their times run seed by seed, so that other work on the machine affects all of them equally. */
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

/* ---- filling ---- */

/* True when a trial that is done need not be run again: its file can be read; or it has no file, but the merged file has its
 * row. Returns false after a warning when the file cannot be read. */
static bool is_whole(const struct queue *q, int trial)
{
    struct record record;
    char *path = sweep_find(q->sweep, q->options->root, trial, ".h5");
    bool there = path != NULL;

    free(path);
    if (!there)
        return q->sweep->trial[trial].merged;
    if (sweep_read(q->sweep, q->options->root, trial, &record)) {
        warning("that trial is run again");
        return false;
    }
    record_clear(&record);
    return true;
}

/* Returns a number that changes when the trial's file with this suffix is replaced; 0 when there is no such file. */
static uint64_t stamp(const struct sweep *s, const char *root, int trial, const char *suffix)
{
    char *path = sweep_path(s, root, trial, suffix);
    struct stat st;
    uint64_t number = 0;

    if (stat(path, &st) == 0)
        number = 1 | ((uint64_t)st.st_ino << 40 ^ (uint64_t)st.st_mtim.tv_sec << 31 ^
                      (uint64_t)st.st_mtim.tv_nsec << 1);
    free(path);
    return number;
}

/* Sets q->before. */
static void note_files(struct queue *q, const struct survey *v)
{
    q->before = xcalloc((size_t)q->count + 1, sizeof *q->before);
    for (int i = 0; i < q->count; i++)
        if (v->state[q->trial[i]] != STATE_MISSING)
            q->before[i] =
                (struct files){stamp(q->sweep, q->options->root, q->trial[i], ".h5"),
                               stamp(q->sweep, q->options->root, q->trial[i], ".failed")};
}

double queue_fill(struct queue *q, const struct sweep *s, const struct pool_options *options)
{
    char *folder = sweep_folder(s, options->root);
    struct survey v;
    double cost = 0;

    survey_init(&v, s, options->root);
    *q = (struct queue){
        .sweep = s, .options = options, .pause_s = FIRST_PAUSE, .call_s = CALL_SECONDS};
    leases_open(&q->leases, folder);
    q->skip_rng = rng_stream((uint64_t)q->leases.self.pid, q->leases.self.host);
    q->trial = xcalloc((size_t)s->trials + 1, sizeof *q->trial);
    q->removed = xcalloc((size_t)s->trials + 1, sizeof *q->removed);
    q->remote_lease = xcalloc((size_t)s->trials + 1, sizeof *q->remote_lease);
    for (int i = 0; i < s->trials; i++) {
        enum trial_state state = v.state[i];

        if (state == STATE_DONE && !options->force && is_whole(q, i)) {
            q->skipped++;
        } else if (state == STATE_FAILED && !options->force && !options->retry_failed) {
            q->failed++;
        } else {
            q->trial[q->count++] = i;
            cost += s->trial[i].cost;
        }
    }
    qsort_r(q->trial, (size_t)q->count, sizeof *q->trial, by_turn, (void *)s);
    note_files(q, &v);
    q->waiting = q->count;
    survey_clear(&v);
    free(folder);
    return cost;
}

void queue_clear(struct queue *q)
{
    leases_clean(&q->leases);
    leases_close(&q->leases);
    free(q->trial);
    free(q->removed);
    free(q->remote_lease);
    free(q->before);
    memset(q, 0, sizeof *q);
}

/* ---- taking trials ---- */

/* True when the trial at this position has a file with this suffix that was written after the queue was filled. Older files
 * are those of trials that --force and --retry-failed run again, or that could not be read. before: stamp() of the file when
 * the queue was filled. */
static bool is_new(const struct queue *q, int position, const char *suffix, uint64_t before)
{
    uint64_t now = stamp(q->sweep, q->options->root, q->trial[position], suffix);

    return now && now != before;
}

/* Removes the trial at this position from the queue. */
static void remove_at(struct queue *q, int position)
{
    q->removed[position] = true;
    q->waiting--;
}

/* Removes the trial at this position from the queue, and counts it: another run has finished the trial, or the trial has
 * failed in another run. */
static void remove_ended(struct queue *q, int position, bool failed)
{
    int trial = q->trial[position];

    if (failed)
        warning("a trial failed in another run; the message is in %s/results/%s/%s.failed",
                q->options->root, q->sweep->name, q->sweep->trial[trial].key);
    q->elsewhere += !failed;
    q->failed_elsewhere += failed;
    q->elsewhere_cost += q->sweep->trial[trial].cost;
    remove_at(q, position);
}

/* Removes the trial at this position from the queue if it has ended in another run. Returns true when it has ended. */
static bool remove_if_ended(struct queue *q, int position)
{
    bool done = is_new(q, position, ".h5", q->before[position].done),
         failed = !done && is_new(q, position, ".failed", q->before[position].failed);

    if (done || failed)
        remove_ended(q, position, failed);
    return done || failed;
}

/* Removes the trials from the queue that have ended in other runs, by listing the folder once. Trials that had a file when the
 * queue was filled stay, because the name of a file does not tell whether it is a new one. */
static void remove_listed(struct queue *q)
{
    struct map position = {0};
    DIR *d = opendir(q->leases.folder);
    struct dirent *e;

    for (int i = 0; i < q->count; i++)
        if (!q->removed[i] && !q->before[i].done && !q->before[i].failed)
            map_set(&position, q->sweep->trial[q->trial[i]].key, i);
    while (d && (e = readdir(d))) {
        char key[TRIAL_KEY] = "";
        const char *suffix = e->d_name + strcspn(e->d_name, ".");
        bool failed = strcmp(suffix, ".failed") == 0;
        int at;

        if ((strcmp(suffix, ".h5") && !failed) || suffix - e->d_name >= TRIAL_KEY)
            continue;
        memcpy(key, e->d_name, (size_t)(suffix - e->d_name));
        at = map_get(&position, key);
        if (at >= 0 && !q->removed[at])
            remove_ended(q, at, failed);
    }
    if (d)
        closedir(d);
    map_clear(&position);
}

/* Prints one line, once in a run, that another run works in the same folder. */
static void say_shared(struct queue *q, const struct holder *other)
{
    if (q->shared)
        return;
    q->shared = true;
    if (!q->options->quiet && *other->process.host) {
        /* another run wrote the name, which may have control characters */
        struct text host = {0};

        text_add_shown(&host, other->process.host, strlen(other->process.host));
        fprintf(stderr, "%s: process %ld on %s works on these trials, too: the runs share them\n",
                q->sweep->plan->name, other->process.pid, host.s);
        text_clear(&host);
    }
}

/* Tries to take the lease of the trial at this position. Returns true when this run now has the lease; the trial has
 * then left the queue. Checks whether the trial has ended before it takes the lease, because that is cheap, and again
 * after it, because another run may have ended the trial in between. */
static bool take(struct queue *q, int position, struct lease *lease)
{
    const char *key = q->sweep->trial[q->trial[position]].key;
    struct holder other;

    if (q->remote_lease[position] && lease_is_fresh(&q->leases, key, q->remote_lease[position]))
        return false;
    q->remote_lease[position] = 0;
    if (remove_if_ended(q, position))
        return false;
    if (!lease_take(&q->leases, key, lease, &other)) {
        /* the text of a lease that is just being written has no machine yet */
        if (*other.process.machine && !lease_is_near(&q->leases, &other) &&
            other.number <= UCHAR_MAX)
            q->remote_lease[position] = (unsigned char)other.number;
        say_shared(q, &other);
        return false;
    }
    if (remove_if_ended(q, position)) {
        lease_end(&q->leases, key, lease, true);
        return false;
    }
    remove_at(q, position);
    return true;
}

/* Moves past a trial that another run has taken. Also skips a random number of trials, unless q->thorough. */
static void move_on(struct queue *q)
{
    uint32_t skipped = q->thorough ? 0 : rng_below(&q->skip_rng, (uint32_t)q->skip_most + 1);

    for (q->at++; q->at < q->count && skipped > 0; q->at++)
        skipped -= !q->removed[q->at];
    if (q->skip_most < q->count)
        q->skip_most = 2 * q->skip_most + 1;
}

/* Checks the trials from position q->at on, and takes the first free one. Returns its index in the sweep; -1 at the end of the
 * queue, after CHECKED_MOST trials with q->thorough, or at the time until_s. */
static int check_trials(struct queue *q, struct lease *lease, double until_s)
{
    int checked = 0;

    while (q->at < q->count && !(q->thorough && checked == CHECKED_MOST)) {
        if (q->removed[q->at]) {
            q->at++;
        } else if (take(q, q->at, lease)) {
            q->skip_most = 0;
            q->found = true;
            return q->trial[q->at++];
        } else {
            checked++;
            move_on(q);
        }
        if (clock_seconds() >= until_s)
            return -1;
    }
    return -1;
}

/* Begins a pause, after checks that found no free trial and took checks_s seconds. */
static void begin_pause(struct queue *q, double checks_s)
{
    double pause_s = fmax(q->pause_s, PAUSE_FACTOR * checks_s);

    q->pause_until_s = clock_seconds() + fmin(pause_s, LONGEST_PAUSE);
    q->pause_s = fmin(2 * q->pause_s, LAST_PAUSE);
}

/* Ends a pass that skipped trials, and decides whether the next one checks every trial. */
static void end_pass(struct queue *q)
{
    int before = q->waiting;

    q->at = q->skip_most = 0;
    if (!q->found) {
        remove_listed(q);
        /* true when the listing has removed few trials; another listing would remove few, too */
        q->thorough = q->waiting > before / 4 * 3;
    }
    if (q->thorough) /* at random, so that runs do not all check the same trials */
        q->at = (int)rng_below(&q->skip_rng, (uint32_t)q->count);
    q->found = false;
}

int queue_next(struct queue *q, struct lease *lease)
{
    double until_s = clock_seconds() + q->call_s;

    while (q->waiting > 0 && clock_seconds() >= q->pause_until_s) {
        double start_s = clock_seconds();
        int trial = check_trials(q, lease, until_s);

        if (trial >= 0) {
            q->pause_s = FIRST_PAUSE;
            return trial;
        }
        if (!q->thorough) {
            if (q->at < q->count)
                return -1; /* the time is up; the next call continues here */
            end_pass(q);
            continue;
        }
        if (q->at >= q->count)
            q->at = 0;
        begin_pause(q, clock_seconds() - start_s);
    }
    return -1;
}

void queue_put_back(struct queue *q, int trial)
{
    int i = 0;

    while (q->trial[i] != trial)
        i++;
    q->removed[i] = false;
    q->waiting++;
    q->at = i;
    q->skip_most = 0;
    q->pause_until_s = 0;
}
