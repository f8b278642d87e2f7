#include "sweep/runs/survey.h"
#include "base/arena.h"
#include "base/list.h"
#include "base/map.h"
#include "base/system/file.h"
#include "sweep/runs/lease.h"
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum trial_state sweep_trial_state(const struct sweep *s, const char *root, int trial)
{
    char *done = sweep_find(s, root, trial, ".h5"), *failed = sweep_find(s, root, trial, ".failed");
    enum trial_state state = s->trial[trial].merged || done ? STATE_DONE
                             : failed                       ? STATE_FAILED
                                                            : STATE_MISSING;

    free(done);
    free(failed);
    return state;
}

/* The names of the files in a folder: a list, and a map that has them as keys. */
struct names {
    struct list list;
    struct map known;
};

static void names_read(struct names *n, const char *folder)
{
    DIR *d = opendir(folder);
    struct dirent *e;

    while (d && (e = readdir(d))) {
        list_add(&n->list, e->d_name);
        map_set(&n->known, n->list.item[n->list.count - 1], 0);
    }
    if (d)
        closedir(d);
}

static void names_clear(struct names *n)
{
    map_clear(&n->known);
    list_clear(&n->list);
}

/* True when the folder has the file <key><suffix>. */
static bool has(const struct names *n, const char *key, const char *suffix)
{
    char name[TRIAL_KEY + 16];

    snprintf(name, sizeof name, "%s%s", key, suffix);
    return *key && map_get(&n->known, name) >= 0;
}

static enum trial_state state_of(const struct names *n, const struct sweep_trial *t)
{
    if (t->merged || has(n, t->key, ".h5") || has(n, t->older_key, ".h5"))
        return STATE_DONE;
    return has(n, t->key, ".failed") || has(n, t->older_key, ".failed") ? STATE_FAILED
                                                                        : STATE_MISSING;
}

void survey_init(struct survey *v, const struct sweep *s, const char *root)
{
    char *folder = sweep_folder(s, root);
    struct names names = {0};

    names_read(&names, folder);
    *v = (struct survey){0};
    v->state = xcalloc((size_t)s->trials + 1, sizeof *v->state);
    v->leased = xcalloc((size_t)s->trials + 1, sizeof *v->leased);
    for (int i = 0; i < s->trials; i++) {
        v->state[i] = state_of(&names, &s->trial[i]);
        v->count[v->state[i]]++;
        /* after a takeover, the holder of the first lease may have removed it */
        v->leased[i] = has(&names, s->trial[i].key, LEASE_SUFFIX) ||
                       has(&names, s->trial[i].key, LEASE_SUFFIX ".2");
    }
    names_clear(&names);
    free(folder);
}

void survey_clear(struct survey *v)
{
    free(v->state);
    free(v->leased);
    *v = (struct survey){0};
}

/* Returns when the trial's file was written, in seconds since 1970; NaN when there is none. */
static double written_at(const struct sweep *s, const char *root, int trial)
{
    char *path = sweep_find(s, root, trial, ".h5");
    double at = path ? file_time(path) : NAN;

    free(path);
    return at;
}

/* When trials end at a constant pace, the last of n ends n - 1 intervals after the first. So the time is counted from the end of
 * the first, and the cost of the first is not counted. */
struct pace survey_pace(const struct survey *v, const struct sweep *s, const char *root,
                        double now_s)
{
    double first = now_s, first_cost = 0, cost = 0, left = 0;
    struct pace pace = {NAN, NAN};
    int finished = 0;

    for (int i = 0; i < s->trials; i++) {
        double at = v->state[i] == STATE_DONE ? written_at(s, root, i) : NAN;

        if (v->state[i] == STATE_MISSING)
            left += s->trial[i].cost;
        if (!(at > now_s - 3600))
            continue;
        finished++;
        cost += s->trial[i].cost;
        if (at < first) {
            first = at;
            first_cost = s->trial[i].cost;
        }
    }
    if (left == 0)
        pace.hours_left = 0;
    if (finished > 1 && now_s > first) {
        double hours = (now_s - first) / 3600;

        pace.trials_per_hour = (finished - 1) / hours;
        if (left > 0)
            pace.hours_left = left / ((cost - first_cost) / hours);
    }
    return pace;
}
