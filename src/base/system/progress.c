#include "base/system/progress.h"
#include "base/number.h"
#include "base/system/clock.h"
#include "base/system/process.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BAR = 28 };

/* True when standard error is a terminal that can move its cursor. */
static bool is_terminal(void)
{
    const char *term = getenv("TERM");

    return isatty(STDERR_FILENO) && term && *term && strcmp(term, "dumb");
}

/* Returns the number of columns of the terminal, or 80 when it is unknown or less than 10. */
static int width(void)
{
    int columns = terminal_columns(STDERR_FILENO);

    return columns < 10 ? 80 : columns;
}

void progress_start(struct progress *p, const char *what, double total, bool quiet)
{
    *p = (struct progress){
        .what = what,
        .total = total,
        .quiet = quiet,
        .terminal = is_terminal(),
        .start_s = clock_seconds(),
        .last_s = -1e9,
    };
}

static void format_seconds(char out[32], double s)
{
    if (s < 100)
        number_format(out, 32, "%.0f s", s);
    else if (s < 6000)
        number_format(out, 32, "%.0f min", s / 60);
    else
        number_format(out, 32, "%.1f h", s / 3600);
}

void progress_show(struct progress *p, double done, const char *note, bool force)
{
    double now = clock_seconds(), share = p->total > 0 ? done / p->total : 1;
    double every = p->terminal ? 0.1 : 10;
    char bar[BAR + 1], line[256], eta[32] = "?";

    if (p->quiet || (!force && now - p->last_s < every))
        return;
    p->last_s = now;
    if (share > 0)
        format_seconds(eta, (now - p->start_s) / share * (1 - share));
    for (int i = 0; i < BAR; i++)
        bar[i] = i < share * BAR ? '#' : '.';
    bar[BAR] = '\0';
    if (p->terminal) {
        /* The line is cut at the terminal's width: if it wrapped, "\r" could not return to its start. */
        number_format(line, sizeof line, "%s [%s] %3.0f %%  %s  ETA %s", p->what, bar, 100 * share,
                      note, eta);
        fprintf(stderr, "\r%.*s\033[K", width() - 1, line);
    } else {
        fprintf(stderr, "%s: %3.0f %%  %s  ETA %s\n", p->what, 100 * share, note, eta);
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
