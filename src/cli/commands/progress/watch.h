/* The page of `normlab watch`: how many trials of an experiment run, and how many are done; the curves of one of them;
 * and the tables of the finished trials. watch.c reads these from the folder of results. watch_text.c makes text of the
 * page and watch_html.c HTML; watch_serve.c sends the HTML to browsers on this machine. */
#ifndef NORMLAB_CLI_COMMANDS_PROGRESS_WATCH_H
#define NORMLAB_CLI_COMMANDS_PROGRESS_WATCH_H

#include "cli/commands/progress/sweep_status.h"
#include "sweep/runs/live_curve.h"

/* The trial whose curves are shown. */
struct shown_trial {
    char key[TRIAL_KEY]; /* "": none */
    char *name;          /* as "norm=none batch=2 seed=0" */
    bool running;
    int points; /* number of points that it has, from point 0 on */
    int last;   /* the last point of the whole trial */
    int evals_per_epoch;
    const double *value[METRICS]; /* [points] of each metric; NULL: none */
};

struct watch {
    const struct experiment *e;
    const char *root;
    struct sweep_status status[PLAN_PRESETS];
    int only; /* the preset that the user asked for; negative: none, and the most active one is shown */
    int shown; /* the preset that is shown */
    /* The number of running trials in the shown preset's folder that belong to no preset of status[], and the key of one
     * of them. */
    int others;
    char other[TRIAL_KEY];
    /* The results of study_preset. When they were read, its folder and the merged file had the time stamps folder_s and
     * merged_s. */
    struct study study;
    bool has_study;
    int study_preset;
    double folder_s, merged_s;
    char newest[TRIAL_KEY]; /* the key of the trial file that was written last; "": not known */
    /* When the results were read, by clock_seconds(), and how many seconds that took. */
    double read_s, took_s;
    struct live_curve live;
    struct shown_trial trial;
};

/* Prepares the page of the experiment. Its trials are those that normlab run would train with the same overrides[given]
 * and seeds. only: the preset to show; negative: all presets are read. Returns 0, or -1 after a message. watch_close()
 * frees w in both cases. */
int watch_open(struct watch *w, const struct experiment *e, int only, char *const *overrides,
               int given, const char *seeds, const char *root);
void watch_close(struct watch *w);

/* Reads everything anew. The results behind the tables, which take longer, are read only when they have changed, and at
 * most a twentieth of the time is spent on them. key: the trial whose curves are wanted. When key is NULL, or this trial
 * has no curves, chooses the running trial that was shown before; else another running trial; else the trial that
 * finished last. Returns 0, or -1 after a message. */
int watch_update(struct watch *w, const char *key);

/* True when each trial of the shown preset has a result or has failed. */
bool watch_is_over(const struct watch *w);

/* Returns the metric whose curve is drawn: that of the experiment's first table when the trial has its curve, or else
 * an error or a loss. Returns METRICS when the trial has none of these. */
enum metric watch_metric(const struct watch *w);

/* Sets *low and *high to the least and largest finite value of a metric's curve. Returns false when there is none. */
bool shown_trial_range(const struct shown_trial *t, enum metric m, double *low, double *high);

/* The next functions add text. The text may contain control characters from files: text_add_shown() makes it safe for a
 * terminal. */

/* Adds "batch_size, preset demo: 12 of 70 trials done, 1 failed, 2 running". */
void watch_add_counts(const struct watch *w, struct text *out);

/* Adds "; 24 trials an hour, ETA 2.4 h"; nothing when the pace is not known or no trial is missing. */
void watch_add_pace(const struct watch *w, struct text *out);

/* Adds a line about running trials that belong to no preset; nothing when there are none. */
void watch_add_others(const struct watch *w, struct text *out);

/* Adds the whole page as text. columns: of the terminal; 0: any number. */
void watch_add_text(const struct watch *w, struct text *out, int columns);

/* Adds the page as an HTML document, which a browser loads anew every two seconds. Control characters in it are
 * harmless. */
void watch_add_html(const struct watch *w, struct text *out);

/* Shows the page to browsers at http://127.0.0.1:PORT/ until a signal ends the process. Returns -1 after a message when it
 * cannot. */
int watch_serve(struct watch *w, int port);

#endif
