#include "base/system/progress.h"
#include "base/number.h"
#include "base/system/clock.h"
#include "base/system/process.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BAR = 28 }; /* the most columns of the bar */

void progress_start(struct progress *p, const char *what, double total, bool quiet)
{
    *p = (struct progress){
        .what = what,
        .total = total,
        .quiet = quiet,
        .terminal = terminal_redraws(STDERR_FILENO),
        .start_s = clock_seconds(),
        .last_s = -1e9,
    };
}

void progress_duration(char out[32], double seconds)
{
    if (!isfinite(seconds))
        number_format(out, 32, "?");
    else if (seconds < 100)
        number_format(out, 32, "%.0f s", seconds);
    else if (seconds < 6000)
        number_format(out, 32, "%.0f min", seconds / 60);
    else
        number_format(out, 32, "%.1f h", seconds / 3600);
}

/* Draws the line on the terminal: "ETA 12 min  batch_size  43 %  12/70 trials  [####....]". The bar gets the columns that
 * the text leaves. The line is cut at the terminal's width: if it wrapped, "\r" could not return to its start. */
static void draw(const struct progress *p, double share, const char *note, const char *eta)
{
    enum { SHORTEST = 6 };
    int columns = terminal_columns(STDERR_FILENO) - 1, room;
    char line[256], bar[BAR + 1] = "";

    number_format(line, sizeof line, "ETA %s  %s  %.0f %%  %s", eta, p->what, 100 * share, note);
    room = columns - (int)strlen(line) - (int)strlen("  []");
    room = room < BAR ? room : BAR;
    for (int i = 0; room >= SHORTEST && i < room; i++)
        bar[i] = i < share * room ? '#' : '.';
    if (*bar)
        fprintf(stderr, "\r%s  [%s]\033[K", line, bar);
    else
        fprintf(stderr, "\r%.*s\033[K", columns, line);
}

/* Prints a plain line, unless progress_show() says that this call prints none. */
static void say(struct progress *p, double share, const char *note, const char *eta, bool force)
{
    double now = clock_seconds(), since_line_s = now - p->last_s;
    char state[sizeof p->said];

    number_format(state, sizeof state, "%.0f %%  %s", 100 * share, note);
    if (strcmp(state, p->said) ? !force && since_line_s < 10 : since_line_s < 60)
        return;
    memcpy(p->said, state, sizeof state);
    p->last_s = now;
    fprintf(stderr, "ETA %s  %s  %s\n", eta, p->what, state);
}

void progress_show(struct progress *p, double done, const char *note, bool force)
{
    double now = clock_seconds(), share = p->total > 0 ? done / p->total : 1;
    char eta[32];

    if (p->quiet || (p->terminal && !force && now - p->last_s < 0.1))
        return;
    progress_duration(eta, share > 0 ? (now - p->start_s) / share * (1 - share) : NAN);
    if (p->terminal) {
        p->last_s = now;
        draw(p, share, note, eta);
    } else {
        say(p, share, note, eta, force);
    }
    fflush(stderr);
}

void progress_hide(struct progress *p)
{
    if (p->terminal && !p->quiet) {
        fputs("\r\033[K", stderr);
        fflush(stderr);
    }
}
