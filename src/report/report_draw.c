/* Draws the report's figures in several processes. */
#include "base/arena.h"
#include "base/error.h"
#include "base/system/cores.h"
#include "base/system/file.h"
#include "figures/draw.h"
#include "figures/forest.h"
#include "figures/style.h"
#include "report/report.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* Draws figure number `figure` of a section (struct report_section). */
static enum drawn draw(const struct report_section *s, int figure, const char *root,
                       const struct drawing *d)
{
    char *folder = format_new("%s/plots/%s", root, s->plan->name);
    struct plot_figure f;
    enum drawn drawn;

    if (figure < s->requested)
        figure_build(&s->requests[figure], s->results, &f);
    else
        forest_build(&f, s->verdicts, &d->page, figure - s->requested);
    drawn = draw_plot(&f, folder, d);
    free(folder);
    return drawn;
}

/* Draws one worker's share of the figures: number `first`, first + workers, first + 2 * workers and so on, counted
 * over all sections. Writes the outcome of figure i to drawn[i]. */
static void draw_share(const struct report *r, const struct drawing *d, int first, int workers,
                       enum drawn *drawn)
{
    int job = 0;

    for (int i = 0; i < r->sections; i++)
        for (int k = 0; k < r->section[i].figures; k++, job++)
            if (job % workers == first)
                drawn[job] = draw(&r->section[i], k, r->root, d);
}

/* Starts a process that draws the share of one worker. The process is killed when its parent ends. Returns its id,
 * or -1 when it could not be started. */
static pid_t start(const struct report *r, const struct drawing *d, int worker, int workers,
                   enum drawn *drawn)
{
    pid_t parent = getpid(), child = fork();

    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() == parent)
            draw_share(r, d, worker, workers, drawn);
        _exit(0);
    }
    return child;
}

/* Draws all figures, in a process for each core that normlab may use. Each process builds its figures and runs
 * gnuplot, because building a figure takes about as long as drawing it. Returns 0, or -1 after a message. */
static int draw_all(const struct report *r, const struct drawing *d, enum drawn *drawn)
{
    int workers = cores_available(), failed = 0, status;
    pid_t *child = xcalloc((size_t)workers, sizeof *child);

    fflush(NULL);
    for (int w = 0; w < workers; w++)
        child[w] = start(r, d, w, workers, drawn);
    for (int w = 0; w < workers; w++) {
        bool started = child[w] > 0;

        while (started && waitpid(child[w], &status, 0) < 0 && errno == EINTR)
            ;
        failed += !started || status != 0;
    }
    free(child);
    return failed
               ? error("drawing the figures failed: a process could not be started, or was killed")
               : 0;
}

int report_draw(struct report *r)
{
    struct drawing d = {.formats = "svg pdf"}; /* SVG for HTML, PDF for LaTeX */
    int figures = 0, job = 0, bad, count[NO_GNUPLOT + 1] = {0};
    struct style style = {0};
    enum drawn *drawn;
    size_t size;

    for (int i = 0; i < r->sections; i++)
        figures += r->section[i].figures;
    size = (size_t)(figures + 1) * sizeof *drawn;
    drawn = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (drawn == MAP_FAILED)
        return error("cannot draw the report's figures: there is no memory left");
    bad = style_read(&style, r->root, r->style);
    style_apply(&style, &d.page, &d.style);
    if (!bad)
        bad = draw_all(r, &d, drawn);
    style_clear(&style);
    for (int i = 0; i < r->sections; i++)
        for (int k = 0; k < r->section[i].figures; k++, job++) {
            r->section[i].figure[k].drawn = drawn[job] == DRAWN;
            count[drawn[job]]++;
        }
    munmap(drawn, size);
    if (!bad && count[NO_GNUPLOT])
        warning("no gnuplot in PATH: the report has no figures; install it (Debian, Ubuntu: "
                "apt-get install gnuplot-nox), then run the same command again");
    return bad || count[DRAW_FAILED] ? -1 : count[NO_GNUPLOT] > 0;
}
