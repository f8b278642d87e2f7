#include "base/arena.h"
#include "base/error.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include "base/system/process.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/commands/progress/watch.h"
#include "cli/output.h"
#include "judge/tune/tune.h"
#include <dirent.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define UPDATE_S 2  /* seconds between two pages, or two looks for news */
#define REMIND_S 60 /* after so many seconds a line is printed again although it has not changed */

/* ---- which experiment ---- */

/* Returns when something last happened in a folder of trials, in seconds since 1970: a trial began or ended, or its lease
 * was renewed. Of a file, returns when it was written. */
static double active_at(const char *folder)
{
    double latest = file_time(folder);
    DIR *d = opendir(folder);
    struct dirent *e;

    while (d && (e = readdir(d)))
        if (strstr(e->d_name, LEASE_SUFFIX)) {
            char *path = format_new("%s/%s", folder, e->d_name);

            latest = fmax(latest, file_time(path));
            free(path);
        }
    if (d)
        closedir(d);
    return latest;
}

/* Returns the name of the experiment under root in which something happened last, a new string. Prints a message and exits
 * when there is none. */
static char *newest_experiment(const char *root)
{
    char *results = format_new("%s/results", root), *found = NULL;
    double latest = -INFINITY;
    DIR *d = opendir(results);
    struct dirent *e;

    while (d && (e = readdir(d))) {
        char *path = format_new("%s/%s", results, e->d_name),
             *name = xstrndup(e->d_name, strcspn(e->d_name, ".")), *file = NULL;
        double at = active_at(path);

        if (experiment_is_name(name) && !strstr(e->d_name, TUNE_SUFFIX) && at > latest &&
            (builtin_find(name) || (file = experiment_path(name)))) {
            char *before = found;

            latest = at;
            found = name;
            name = before;
        }
        free(file);
        free(name);
        free(path);
    }
    if (d)
        closedir(d);
    if (!found)
        die("%s has no results of an experiment; normlab run makes them, and --out names another folder",
            results);
    free(results);
    return found;
}

/* ---- in a terminal ---- */

/* Control sequences: `enter` makes a terminal show its second screen, `leave` the first one, which has not changed. */
static const char enter[] = "\033[?1049h\033[?25l", leave[] = "\033[?25h\033[?1049l";

static void put(const char *s)
{
    (void)!file_put(STDOUT_FILENO, s, strlen(s));
}

static bool on_screen; /* the second screen is shown */

static void show_screen(bool on)
{
    if (on != on_screen)
        put(on ? enter : leave);
    on_screen = on;
}

/* A function for atexit(), too: the process may end at any time, as for lack of memory. */
static void leave_screen(void)
{
    show_screen(false);
}

/* Returns the number of bytes of the first `columns` characters of a line of n bytes. */
static size_t cut(const char *s, size_t n, int columns)
{
    size_t i = 0;

    for (; i < n; i++)
        if (!utf8_continues(s[i]) && columns-- == 0)
            break;
    return i;
}

/* Draws the page over the one before. */
static void draw_page(const struct watch *w)
{
    int columns = terminal_columns(STDOUT_FILENO), lines = terminal_lines(STDOUT_FILENO), n = 0;
    struct text page = {0}, shown = {0}, drawn = {0};
    const char *at;

    watch_add_text(w, &page, columns);
    text_add_shown(&shown, page.s, page.length);
    text_adds(&drawn, "\033[H");
    for (at = shown.s; *at && n < lines - 1; n++) {
        size_t length = strcspn(at, "\n");

        text_addn(&drawn, at, cut(at, length, columns));
        text_adds(&drawn, "\033[K\n");
        at += length + (at[length] == '\n');
    }
    text_add(&drawn, "\033[J%s",
             *at ? "Ctrl-C ends this; normlab table shows the rest" : "Ctrl-C ends this");
    put(drawn.s);
    text_clear(&page);
    text_clear(&shown);
    text_clear(&drawn);
}

/* Shows the page on the second screen until a signal comes. The signals are blocked meanwhile and taken only between two
 * pages, so that the terminal is always left as it was found. Returns an exit code. */
static int watch_screen(struct watch *w, const char *key)
{
    const struct timespec pause = {UPDATE_S, 0};
    static const int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH};
    sigset_t signals;
    int signal = 0, bad = 0;

    sigemptyset(&signals);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        sigaddset(&signals, ends[i]);
    sigprocmask(SIG_BLOCK, &signals, NULL);
    atexit(leave_screen);
    while (!bad && (signal <= 0 || signal == SIGWINCH)) {
        if (signal != SIGWINCH && watch_update(w, key)) {
            leave_screen(); /* the second screen hid the message: the next call prints it again, if it fails, too */
            bad = watch_update(w, key);
            continue;
        }
        show_screen(true);
        draw_page(w);
        signal = sigtimedwait(&signals, NULL, &pause);
        if (signal == SIGTSTP) {
            /* Ctrl-Z: the first screen comes back for the shell; after `fg` the page is drawn again. */
            leave_screen();
            kill(getpid(), SIGSTOP);
            signal = 0;
        }
    }
    leave_screen();
    return bad ? EXIT_FAILED : signal == SIGINT ? EXIT_DONE : 128 + signal;
}

/* ---- where standard output is no terminal ---- */

/* Prints the page once. Returns an exit code. */
static int print_page(struct watch *w, const char *key)
{
    struct text page = {0};

    if (watch_update(w, key))
        return EXIT_FAILED;
    output_wrap();
    watch_add_text(w, &page, output_columns());
    printf("%s", page.s);
    text_clear(&page);
    return EXIT_DONE;
}

/* Prints a line about the counts when they have changed, and each minute, until no trial is to do or nobody reads the
 * output. Returns an exit code. */
static int print_lines(struct watch *w)
{
    char *printed = xstrdup("");
    double printed_s = -INFINITY;
    int bad;

    while ((bad = watch_update(w, NULL)) == 0) {
        struct text counts = {0}, pace = {0};

        watch_add_counts(w, &counts);
        watch_add_pace(w, &pace);
        if (strcmp(counts.s, printed) || clock_seconds() - printed_s >= REMIND_S) {
            printf("%s%s\n", counts.s, text_str(&pace));
            printed_s = clock_seconds();
        }
        text_clear(&pace);
        free(printed);
        printed = counts.s;
        if (watch_is_over(w) || fflush(stdout) || output_is_closed())
            break;
        nanosleep(&(struct timespec){UPDATE_S, 0}, NULL);
    }
    free(printed);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

/* ---- the command ---- */

static int run(int argc, char **argv)
{
    const char *root = ".", *preset = NULL, *seeds = NULL, *trial = NULL;
    bool once = false;
    int port = 0;
    const struct flag flags[] = {
        {"--preset", NULL, FLAG_TEXT, &preset},
        {"--seeds", NULL, FLAG_TEXT, &seeds},
        {"--trial", NULL, FLAG_TEXT, &trial},
        {"--once", NULL, FLAG_BOOL, &once},
        {"--port", NULL, FLAG_COUNT, &port},
        {"--out", NULL, FLAG_TEXT, &root},
        {0},
    };
    int words = parse_arguments(argc, argv, flags, 0, ANY_NUMBER, WHICH_EXPERIMENT), code;
    char *name;
    struct experiment *e;
    struct watch w;

    if (port > 65535)
        die_usage("watch", "--port %d: should be 1 to 65535", port);
    if (port && (once || trial))
        die_usage("watch", "--port goes with neither --once nor --trial");
    name = words ? xstrdup(argv[1]) : newest_experiment(root);
    e = find_experiment("watch", name);
    if (watch_open(&w, e, preset ? find_preset("watch", e, preset) : -1, argv + 2,
                   words ? words - 1 : 0, seeds, root))
        code = EXIT_USAGE;
    else if (once)
        code = print_page(&w, trial);
    else if (port)
        code = watch_serve(&w, port) ? EXIT_FAILED : EXIT_DONE;
    else
        code = terminal_redraws(STDOUT_FILENO) ? watch_screen(&w, trial) : print_lines(&w);
    watch_close(&w);
    experiment_free(e);
    free(name);
    return code;
}

const struct command command_watch = {
    "watch",
    "show a sweep live: trials that run and are done, a curve so far, tables so far",
    "usage: normlab watch [EXPERIMENT [KEY=VALUE[,VALUE]...]] [OPTION]...\n\n"
    "Shows an experiment's trials, whichever runs train them, on this machine and on others; the curve so\n"
    "far of one that runs, or of the last one that finished; and the experiment's tables of those that have\n"
    "finished. It reads the folder of results and changes nothing. Without EXPERIMENT: the one under DIR in\n"
    "which something happened last.\n\n"
    "In a terminal the page is drawn anew every two seconds, until Ctrl-C. Elsewhere a line is printed when\n"
    "something has changed, and each minute, until no trial is to do.\n\n"
    "KEY=VALUE is as for normlab run: give the same as to the run that you watch.\n\n"
    "  --preset NAME    only this preset [the one of which the most trials run]\n"
    "  --seeds LIST     as 0-4 or 0,2,5-9 [those of the preset]\n"
    "  --trial KEY      the curve of this trial\n"
    "  --once           print the page once\n"
    "  --port P         show it at http://127.0.0.1:P/, to browsers on this machine alone\n"
    "  --out DIR        folder that holds results/ [.]\n\n"
    "example: normlab watch batch_size\n",
    run,
};
