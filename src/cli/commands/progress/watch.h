/* The page of `normlab watch`: an experiment's trials that run and are done, the curves of one of them, and the tables of
 * those that have finished. watch.c reads it from the folder of results, watch_text.c shows it as text, watch_html.c as
 * HTML, watch_serve.c to browsers on this machine. */
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
    int only;  /* the preset that the user asked for; negative: the one where most happens */
    int shown; /* the preset that is shown */
    /* number of trials in its folder that run and are of no preset, and one of them */
    int others;
    char other[TRIAL_KEY];
    /* The results of its finished trials, as of the time stamps of their folder and of the merged file. */
    struct study study;
    bool has_study;
    int study_preset;
    double folder_s, merged_s;
    char newest[TRIAL_KEY]; /* the trial that finished last; "": not known */
    /* By clock_seconds(): when the results were read, and how long that took. */
    double read_s, took_s;
    struct live_curve live;
    struct shown_trial trial;
};

/* Prepares the page of the experiment, with trials as of normlab run with these overrides and seeds. only: a preset;
 * negative: none. Returns 0, or -1 after a message. watch_close() frees w in both cases. */
int watch_open(struct watch *w, const struct experiment *e, int only, char *const *overrides,
               int given, const char *seeds, const char *root);
void watch_close(struct watch *w);

/* Reads everything anew; tables, which take longer, only when trials have finished, and for at most a twentieth of the
 * time. key: the trial whose curves are wanted; NULL: the one that was shown before while it runs, else another that runs,
 * else the one that finished last. Returns 0, or -1 after a message. */
int watch_update(struct watch *w, const char *key);

/* True when no trial of the shown preset is to do. */
bool watch_is_over(const struct watch *w);

/* Returns the metric whose curve is drawn: that of the experiment's first table, or else an error or a loss; METRICS when
 * the trial has none. */
enum metric watch_metric(const struct watch *w);

/* Sets *low and *high to the least and largest finite value of a metric's curve. Returns false when there is none. */
bool shown_trial_range(const struct shown_trial *t, enum metric m, double *low, double *high);

/* Adds "batch_size, preset demo: 12 of 70 trials done, 1 failed, 2 running", and "; 24 trials an hour, ETA 2.4 h" or nothing.
 * Text of files in it is not yet fit for a terminal (text_add_shown()); so with the next three. */
void watch_add_counts(const struct watch *w, struct text *out);
void watch_add_pace(const struct watch *w, struct text *out);

/* Adds a line about trials that run and are of no preset; nothing when there are none. */
void watch_add_others(const struct watch *w, struct text *out);

/* Adds the page as text for so many columns; 0: any number. */
void watch_add_text(const struct watch *w, struct text *out, int columns);

/* Adds the page as an HTML document, which asks for itself again every two seconds. */
void watch_add_html(const struct watch *w, struct text *out);

/* Shows the page to browsers at http://127.0.0.1:PORT/ until a signal ends the process. Returns -1 after a message when it
 * cannot. */
int watch_serve(struct watch *w, int port);

#endif
