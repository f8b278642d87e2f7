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

/* When all trials that are left seem to be taken, a run checks at most LOOKED of them, pauses, and continues with the next.
 * The pause doubles from FIRST_PAUSE to LAST_PAUSE, in seconds. It is longer when the checks take long, as on a busy
 * server, so that checks take at most a PAUSE_LOOKS-th of the time. */
enum { LOOKED = 16, PAUSE_LOOKS = 50 };
#define FIRST_PAUSE   0.2
#define LAST_PAUSE    5.0
#define LONGEST_PAUSE 60.0

/* The longest time of queue_next(), in seconds. Checking 100,000 trials on a slow file server may take minutes. */
#define LOOK 1.0

/* ---- the order ---- */

static long seed_of(const struct sweep *s, int trial)
{
    return strtol(config_get(&s->trial[trial].config, "seed"), NULL, 10);
}

/* Returns the position of a trial among those of its seed, for trials that are compared by their times: each seed begins with
 * a different trial. */
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

/* ---- filling ---- */

/* True when the trial's file can be read, or when there is no file but the merged file has the trial's row. False,
 * after a warning, when the file cannot be read: the trial is then run again. */
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

/* Stores the stamps of the files of the trials in the queue in q->before. */
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
    *q = (struct queue){.sweep = s, .options = options, .pause_s = FIRST_PAUSE, .look_s = LOOK};
    leases_open(&q->leases, folder);
    q->jumps = rng_stream((uint64_t)q->leases.self.pid, q->leases.self.host);
    q->trial = xcalloc((size_t)s->trials + 1, sizeof *q->trial);
    q->over = xcalloc((size_t)s->trials + 1, sizeof *q->over);
    q->far = xcalloc((size_t)s->trials + 1, sizeof *q->far);
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
    q->left = q->count;
    survey_clear(&v);
    free(folder);
    return cost;
}

void queue_clear(struct queue *q)
{
    leases_clean(&q->leases);
    leases_close(&q->leases);
    free(q->trial);
    free(q->over);
    free(q->far);
    free(q->before);
    memset(q, 0, sizeof *q);
}

/* ---- taking trials ---- */

/* True when the trial at this position has a file with this suffix that was written after the queue was filled. Older files
 * are those of trials that --force and --retry-failed run again, or that could not be read. */
static bool is_new(const struct queue *q, int position, const char *suffix, uint64_t before)
{
    uint64_t now = stamp(q->sweep, q->options->root, q->trial[position], suffix);

    return now && now != before;
}

static void set_over(struct queue *q, int position)
{
    q->over[position] = true;
    q->left--;
}

/* Records that another run has finished the trial at this position, or that the trial failed in it. */
static void set_ended_elsewhere(struct queue *q, int position, bool failed)
{
    int trial = q->trial[position];

    if (failed)
        warning("a trial failed in another run; the message is in %s/results/%s/%s.failed",
                q->options->root, q->sweep->name, q->sweep->trial[trial].key);
    q->elsewhere += !failed;
    q->failed_elsewhere += failed;
    q->over_cost += q->sweep->trial[trial].cost;
    set_over(q, position);
}

/* True when another run has finished the trial at this position or failed at it; the trial is then recorded as over. */
static bool ended_elsewhere(struct queue *q, int position)
{
    bool done = is_new(q, position, ".h5", q->before[position].done),
         failed = !done && is_new(q, position, ".failed", q->before[position].failed);

    if (done || failed)
        set_ended_elsewhere(q, position, failed);
    return done || failed;
}

/* Finds the trials that other runs have ended, by listing the folder once. Trials that had a file when the queue was filled
 * are not considered, because the name of a file does not tell whether it is a new one. */
static void list_ended(struct queue *q)
{
    struct map position = {0};
    DIR *d = opendir(q->leases.folder);
    struct dirent *e;

    for (int i = 0; i < q->count; i++)
        if (!q->over[i] && !q->before[i].done && !q->before[i].failed)
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
        if (at >= 0 && !q->over[at])
            set_ended_elsewhere(q, at, failed);
    }
    if (d)
        closedir(d);
    map_clear(&position);
}

/* Prints one line, once in a run, that another run works in the same folder. */
static void tell(struct queue *q, const struct holder *other)
{
    if (q->shared)
        return;
    q->shared = true;
    if (!q->options->quiet && *other->process.host) {
        struct text host = {0}; /* another run wrote it, so it must be made harmless to print */

        text_add_shown(&host, other->process.host, strlen(other->process.host));
        fprintf(stderr, "%s: process %ld on %s works on these trials, too: the runs share them\n",
                q->sweep->plan->name, other->process.pid, host.s);
        text_clear(&host);
    }
}

/* Tries to take the lease of the trial at this position. True when this run now has it. Checks for files of the trial before,
 * because that is cheap, and after, because another run may have ended the trial in between. */
static bool take(struct queue *q, int position, struct lease *lease)
{
    const char *key = q->sweep->trial[q->trial[position]].key;
    struct holder other;

    if (q->far[position] && lease_is_fresh(&q->leases, key, q->far[position]))
        return false;
    q->far[position] = 0;
    if (ended_elsewhere(q, position))
        return false;
    if (!lease_take(&q->leases, key, lease, &other)) {
        /* the text of a lease that is just being written has no machine yet */
        if (*other.process.machine && !lease_is_near(&q->leases, &other) &&
            other.number <= UCHAR_MAX)
            q->far[position] = (unsigned char)other.number;
        tell(q, &other);
        return false;
    }
    if (ended_elsewhere(q, position)) {
        lease_end(&q->leases, key, lease, true);
        return false;
    }
    set_over(q, position);
    return true;
}

/* Leaves a trial that another run has taken. Also leaves out a random number of trials, unless q->thorough. */
static void move_on(struct queue *q)
{
    uint32_t left_out = q->thorough ? 0 : rng_below(&q->jumps, (uint32_t)q->jump + 1);

    for (q->at++; q->at < q->count && left_out > 0; q->at++)
        left_out -= !q->over[q->at];
    if (q->jump < q->count)
        q->jump = 2 * q->jump + 1;
}

/* Checks the trials from position q->at on, and takes the first free one. Returns its index in the sweep; -1 at the end of the
 * queue, after LOOKED trials with q->thorough, or at the time until_s. */
static int look(struct queue *q, struct lease *lease, double until_s)
{
    int looked = 0;

    while (q->at < q->count && !(q->thorough && looked == LOOKED)) {
        if (q->over[q->at]) {
            q->at++;
        } else if (take(q, q->at, lease)) {
            q->jump = 0;
            q->found = true;
            return q->trial[q->at++];
        } else {
            looked++;
            move_on(q);
        }
        if (clock_seconds() >= until_s)
            return -1;
    }
    return -1;
}

/* Sets the time of the next check, after one that found no free trial and took look_s seconds. */
static void pause_for(struct queue *q, double look_s)
{
    double pause_s = fmax(q->pause_s, PAUSE_LOOKS * look_s);

    q->pause_until_s = clock_seconds() + fmin(pause_s, LONGEST_PAUSE);
    q->pause_s = fmin(2 * q->pause_s, LAST_PAUSE);
}

/* Ends a pass that left out trials: decides whether the next one does so, too. */
static void end_pass(struct queue *q)
{
    int left = q->left;

    q->at = q->jump = 0;
    if (!q->found) {
        list_ended(q);
        q->thorough = q->left > left / 4 * 3; /* the listing found few trials, as another would */
    }
    if (q->thorough) /* at random, so that runs do not all check the same trials */
        q->at = (int)rng_below(&q->jumps, (uint32_t)q->count);
    q->found = false;
}

int queue_next(struct queue *q, struct lease *lease)
{
    double until_s = clock_seconds() + q->look_s;

    while (q->left > 0 && clock_seconds() >= q->pause_until_s) {
        double start_s = clock_seconds();
        int trial = look(q, lease, until_s);

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
        pause_for(q, clock_seconds() - start_s);
    }
    return -1;
}

void queue_put_back(struct queue *q, int trial)
{
    int i = 0;

    while (q->trial[i] != trial)
        i++;
    q->over[i] = false;
    q->left++;
    q->at = i;
    q->jump = 0;
    q->pause_until_s = 0;
}
