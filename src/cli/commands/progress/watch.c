#include "cli/commands/progress/watch.h"
#include "base/arena.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include "sweep/merge.h"
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int watch_open(struct watch *w, const struct experiment *e, int only, char *const *overrides,
               int given, const char *seeds, const char *root)
{
    *w = (struct watch){.e = e, .root = root, .only = only, .read_s = -INFINITY};
    for (int p = 0; p < plan_presets(&e->plan); p++)
        if ((only < 0 || p == only) &&
            sweep_status_open(&w->status[p], e, p, overrides, given, seeds, root))
            return -1;
    return 0;
}

static void drop_study(struct watch *w)
{
    if (w->has_study)
        study_close(&w->study);
    w->has_study = false;
}

static void drop_trial(struct watch *w)
{
    live_curve_clear(&w->live);
    free(w->trial.name);
    w->trial = (struct shown_trial){0};
}

void watch_close(struct watch *w)
{
    for (int p = 0; p < PLAN_PRESETS; p++)
        sweep_status_close(&w->status[p]);
    drop_trial(w);
    drop_study(w);
}

/* ---- the preset ---- */

/* True when the preset a is more active than b. The first difference decides: more of its trials run; some are done and
 * some to do; more are done; its folder has changed later, or at the same time. */
static bool is_more_active(const struct sweep_status *a, const struct sweep_status *b)
{
    const int *n = a->survey.count, *m = b->survey.count;
    bool a_half = n[STATE_DONE] && n[STATE_MISSING], b_half = m[STATE_DONE] && m[STATE_MISSING];
    double latest;

    if (a->running != b->running)
        return a->running > b->running;
    if (a_half != b_half)
        return a_half;
    if (n[STATE_DONE] != m[STATE_DONE])
        return n[STATE_DONE] > m[STATE_DONE];
    latest = file_time(b->leases.folder);
    return isnan(latest) || file_time(a->leases.folder) >= latest;
}

static void choose_preset(struct watch *w)
{
    w->shown = w->only < 0 ? 0 : w->only;
    for (int p = 1; w->only < 0 && p < plan_presets(&w->e->plan); p++)
        if (is_more_active(&w->status[p], &w->status[w->shown]))
            w->shown = p;
}

bool watch_is_over(const struct watch *w)
{
    return w->status[w->shown].survey.count[STATE_MISSING] == 0;
}

/* ---- trials of no preset ---- */

/* True when the trial belongs to a preset in w->status[]. */
static bool is_known(const struct watch *w, const char *key)
{
    for (int p = 0; p < plan_presets(&w->e->plan); p++)
        for (int i = 0; i < w->status[p].sweep.trials; i++)
            if (strcmp(w->status[p].sweep.trial[i].key, key) == 0)
                return true;
    return false;
}

/* Counts the running trials in the folder of the shown preset that belong to no preset, and keeps the key of one. */
static void find_others(struct watch *w)
{
    struct sweep_status *s = &w->status[w->shown];
    DIR *d = opendir(s->leases.folder);
    struct dirent *e;

    w->others = 0;
    while (d && (e = readdir(d))) {
        char key[TRIAL_KEY];
        size_t stem = strcspn(e->d_name, ".");
        struct holder h;

        if (strcmp(e->d_name + stem, LEASE_SUFFIX) || stem >= sizeof key)
            continue;
        memcpy(key, e->d_name, stem);
        key[stem] = '\0';
        if (is_known(w, key) || !lease_read(&s->leases, key, &h) || lease_is_stale(&s->leases, &h))
            continue;
        memcpy(w->other, key, sizeof key);
        w->others++;
    }
    if (d)
        closedir(d);
}

/* ---- the results ---- */

/* Finds the trial file in the folder that was written last, and copies its key; "" when there is none. */
static void find_newest(const char *folder, char key[TRIAL_KEY])
{
    DIR *d = opendir(folder);
    double newest = -INFINITY;
    struct dirent *e;

    *key = '\0';
    while (d && (e = readdir(d))) {
        size_t stem = strcspn(e->d_name, ".");
        char *path;
        double at;

        if (strcmp(e->d_name + stem, ".h5") || stem >= TRIAL_KEY)
            continue;
        path = format_new("%s/%s", folder, e->d_name);
        at = file_time(path);
        if (at > newest) {
            newest = at;
            snprintf(key, TRIAL_KEY, "%.*s", (int)stem, e->d_name);
        }
        free(path);
    }
    if (d)
        closedir(d);
}

static bool is_same_time(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

/* Reads the results of the shown preset when they have changed. Waits before it does so again, 20 times as long as
 * reading took. When they cannot be read, w->has_study is false, after a message. */
static void read_results(struct watch *w)
{
    const struct sweep_status *s = &w->status[w->shown];
    char *merged = merge_path(w->root, s->sweep.name);
    double from_s = clock_seconds(), folder_s = file_time(s->leases.folder),
           merged_s = file_time(merged);
    bool same = w->study_preset == w->shown && is_same_time(folder_s, w->folder_s) &&
                is_same_time(merged_s, w->merged_s);

    free(merged);
    if (from_s < w->read_s + 20 * w->took_s || (same && w->read_s > 0))
        return;
    drop_trial(w); /* its curves may belong to the study */
    drop_study(w);
    if (experiment_view(&w->study, w->e, &s->sweep, w->shown, w->root, &w->has_study))
        w->has_study = false;
    find_newest(s->leases.folder, w->newest);
    w->study_preset = w->shown;
    w->folder_s = folder_s;
    w->merged_s = merged_s;
    w->read_s = clock_seconds();
    w->took_s = w->read_s - from_s;
}

/* ---- the trial ---- */

/* Sets the key and the name of w->trial, whose other fields are set. */
static void name_trial(struct watch *w, const char *key)
{
    const struct sweep *s = &w->status[w->shown].sweep;

    snprintf(w->trial.key, sizeof w->trial.key, "%s", key);
    for (int i = 0; i < s->trials && !w->trial.name; i++)
        if (strcmp(s->trial[i].key, key) == 0)
            w->trial.name = sweep_trial_name(s, i);
    if (!w->trial.name && w->trial.running)
        w->trial.name = trial_name(w->e->plan.axis, PLAN_AXES, &w->live.config);
    if (!w->trial.name)
        w->trial.name = xstrdup(key);
}

/* Sets w->trial to a trial that runs. files: from live_curve_list(). Returns false, and changes nothing, when the trial
 * does not run or has written no curves. */
static bool take_running(struct watch *w, const struct list *files, const char *key)
{
    struct live_curve live;
    bool there = live_curve_read(&live, w->status[w->shown].leases.folder, files, key);

    if (!there) {
        live_curve_clear(&live);
        return false;
    }
    drop_trial(w);
    w->live = live;
    w->trial = (struct shown_trial){.running = true,
                                    .points = live.points,
                                    .last = live.last,
                                    .evals_per_epoch = live.evals_per_epoch};
    for (int m = 0; m < METRICS; m++)
        w->trial.value[m] = live.value[m];
    name_trial(w, key);
    return true;
}

/* Sets w->trial to a trial that has finished. Returns false, and changes nothing, when the results lack it or it was
 * refused. */
static bool take_finished(struct watch *w, const char *key)
{
    for (int i = 0; w->has_study && i < w->study.results.records; i++) {
        const struct record *r = &w->study.results.record[i];

        if (strcmp(r->key, key) || r->result.status == TRIAL_REFUSED)
            continue;
        drop_trial(w);
        w->trial = (struct shown_trial){.points = r->result.points + 1,
                                        .last = r->result.points,
                                        .evals_per_epoch = r->result.evals_per_epoch};
        for (int m = 0; m < METRICS; m++)
            w->trial.value[m] = r->result.curve[m];
        name_trial(w, key);
        return true;
    }
    return false;
}

/* Chooses the trial whose curves are shown. key: as for watch_update(). before: the key of the running trial that was
 * shown before; "": none. */
static void choose_trial(struct watch *w, const char *key, const char *before)
{
    enum { MOST = 8 }; /* so many running trials are tried: there may be hundreds */
    const struct sweep_status *s = &w->status[w->shown];
    struct list files = {0};
    bool found;

    live_curve_list(&files, s->leases.folder);
    found = (key && (take_running(w, &files, key) || take_finished(w, key))) ||
            (*before && take_running(w, &files, before));
    for (int i = 0; i < s->leased_count && i < MOST && !found; i++)
        found =
            !s->leased[i].stale && take_running(w, &files, s->sweep.trial[s->leased[i].trial].key);
    found = found || (w->others && take_running(w, &files, w->other));
    if (!found && !(*w->newest && take_finished(w, w->newest)))
        drop_trial(w);
    list_clear(&files);
}

enum metric watch_metric(const struct watch *w)
{
    const struct table_request *q = w->e->tables;
    const enum metric wanted[] = {q && q->title ? q->of.metric : METRIC_test_error,
                                  METRIC_test_error, METRIC_test_loss, METRIC_train_loss};
    double low, high;

    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (metric_info[wanted[i]].merged_curve &&
            shown_trial_range(&w->trial, wanted[i], &low, &high))
            return wanted[i];
    return METRICS;
}

bool shown_trial_range(const struct shown_trial *t, enum metric m, double *low, double *high)
{
    *low = INFINITY;
    *high = -INFINITY;
    for (int p = 0; t->value[m] && p < t->points; p++)
        if (isfinite(t->value[m][p])) {
            *low = fmin(*low, t->value[m][p]);
            *high = fmax(*high, t->value[m][p]);
        }
    return *low <= *high;
}

int watch_update(struct watch *w, const char *key)
{
    char before[TRIAL_KEY];

    snprintf(before, sizeof before, "%s", w->trial.running ? w->trial.key : "");
    for (int p = 0; p < plan_presets(&w->e->plan); p++)
        if ((w->only < 0 || p == w->only) && sweep_status_update(&w->status[p]))
            return -1;
    choose_preset(w);
    find_others(w);
    read_results(w);
    choose_trial(w, key, before);
    return 0;
}
