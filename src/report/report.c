#include "report/report.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "figures/figure.h"
#include "figures/forest.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

char *report_html_path(const char *root)
{
    return format_new("%s/results/report.html", root);
}

char *report_latex_folder(const char *root)
{
    return format_new("%s/results/report", root);
}

/* ---- parts ---- */

static void add_figure(struct report_part *p, const char *name, const char *title)
{
    p->figure = xrealloc(p->figure, (size_t)(p->figures + 1) * sizeof *p->figure);
    p->figure[p->figures++] = (struct report_figure){xstrdup(name), xstrdup(title), false};
}

static void add_tables(struct report_part *p, const struct table_request *q)
{
    struct table *t;
    int n = tables_build(q, p->results, &t);

    p->table = xrealloc(p->table, (size_t)(p->tables + n + 1) * sizeof *p->table);
    memcpy(p->table + p->tables, t, (size_t)n * sizeof *t);
    p->tables += n;
    free(t);
}

/* Is the line blank? */
static bool is_blank(const char *line, size_t n)
{
    return strspn(line, " \t\r") >= n;
}

/* Takes the text apart into paragraphs, with blank lines between, whatever its line ends are. */
static void add_paragraphs(struct report_part *p, const char *text)
{
    struct text paragraph = {0};

    for (;;) {
        size_t n = strcspn(text, "\n");
        bool blank = is_blank(text, n);

        if (!blank)
            text_addn(&paragraph, text, n - (text[n - 1] == '\r'));
        if (!blank)
            text_add(&paragraph, "\n");
        if ((blank || !text[n]) && paragraph.length) {
            p->note = xrealloc(p->note, (size_t)(p->notes + 1) * sizeof *p->note);
            p->note[p->notes++] = paragraph.s;
            paragraph = (struct text){0};
        }
        if (!text[n])
            return;
        text += n + 1;
    }
}

static int read_notes(struct report_part *p, const char *root)
{
    char *path = format_new("%s/results/%s.notes", root, p->plan->name), *text = NULL;
    size_t n;
    int bad = 0;

    if (file_exists(path) && !(text = file_read(path, &n, false)))
        bad = -1;
    else if (text && strlen(text) < n)
        bad = error("%s: holds a NUL byte: it should be plain text", path);
    else if (text)
        add_paragraphs(p, text);
    free(text);
    free(path);
    return bad;
}

int report_part_init(struct report_part *p, const char *root, const struct verdicts *v,
                     const struct results *r, const struct table_request *tables,
                     const struct figure_request *figures)
{
    *p = (struct report_part){.plan = v->plan, .requests = figures, .results = r, .verdicts = v};
    if (read_notes(p, root))
        return -1;
    description_init(&p->setup, r);
    for (const struct table_request *q = tables; q && q->title; q++)
        add_tables(p, q);
    for (const struct figure_request *q = figures; q && q->name; q++)
        add_figure(p, q->name, q->title);
    add_figure(p, FOREST_NAME,
               "The claims: differences over paired seeds, and what each claim asks");
    return 0;
}

void report_part_clear(struct report_part *p)
{
    for (int i = 0; i < p->figures; i++) {
        free(p->figure[i].name);
        free(p->figure[i].title);
    }
    free(p->figure);
    tables_clear(p->table, p->tables);
    description_clear(&p->setup);
    for (int i = 0; i < p->notes; i++)
        free(p->note[i]);
    free(p->note);
    *p = (struct report_part){0};
}

/* ---- figures ---- */

#define PICTURES "svg pdf" /* what the page and LaTeX take */

enum drawn { NOT_DRAWN, DRAWN, NOTHING_TO_DRAW, NO_GNUPLOT, FAILED };

static enum drawn outcome(int written)
{
    return written == PLOT_NO_PICTURES ? NO_GNUPLOT : written ? FAILED : DRAWN;
}

static enum drawn draw(const struct report_part *p, int figure, const char *root)
{
    char *folder = format_new("%s/plots/%s", root, p->plan->name);
    enum drawn drawn = NOTHING_TO_DRAW;

    if (figure + 1 < p->figures) {
        struct plot_figure f;

        figure_build(&p->requests[figure], p->results, &f);
        if (f.panels)
            drawn = outcome(plot_write_as(&f, folder, PICTURES));
        plot_figure_clear(&f);
    } else {
        struct plot_forest f;

        forest_build(&f, p->verdicts);
        if (f.panels)
            drawn = outcome(plot_forest_write_as(&f, folder, PICTURES));
        plot_forest_clear(&f);
    }
    free(folder);
    return drawn;
}

/* Every `workers`-th of all figures, from `first` on; what became of each in `drawn`. */
static void draw_share(const struct report *r, int first, int workers, enum drawn *drawn)
{
    int job = 0;

    for (int i = 0; i < r->parts; i++)
        for (int k = 0; k < r->part[i].figures; k++, job++)
            if (job % workers == first)
                drawn[job] = draw(&r->part[i], k, r->root);
}

/* Starts a process that draws a share; it ends with this one. -1 when there can be none. */
static pid_t start(const struct report *r, int worker, int workers, enum drawn *drawn)
{
    pid_t parent = getpid(), child = fork();

    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() == parent)
            draw_share(r, worker, workers, drawn);
        _exit(0);
    }
    return child;
}

/* Figures in processes: building and drawing them take about as long. */
static int draw_all(const struct report *r, enum drawn *drawn)
{
    int workers = (int)sysconf(_SC_NPROCESSORS_ONLN), failed = 0, status;
    pid_t *child = xcalloc((size_t)workers, sizeof *child);

    fflush(NULL);
    for (int w = 0; w < workers; w++)
        child[w] = start(r, w, workers, drawn);
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

/* What killed runs have left. */
static void sweep(const struct report *r)
{
    char *results = format_new("%s/results", r->root), *latex = report_latex_folder(r->root);

    folder_sweep(results);
    folder_sweep(latex);
    for (int i = 0; i < r->parts; i++) {
        char *plots = format_new("%s/plots/%s", r->root, r->part[i].plan->name);

        folder_sweep(plots);
        free(plots);
    }
    free(results);
    free(latex);
}

int report_draw(struct report *r)
{
    int figures = 0, job = 0, bad, count[FAILED + 1] = {0};
    enum drawn *drawn;
    size_t size;

    for (int i = 0; i < r->parts; i++)
        figures += r->part[i].figures;
    size = (size_t)(figures + 1) * sizeof *drawn;
    drawn = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (drawn == MAP_FAILED)
        return error("no memory for a report");
    sweep(r);
    bad = draw_all(r, drawn);
    for (int i = 0; i < r->parts; i++)
        for (int k = 0; k < r->part[i].figures; k++, job++) {
            r->part[i].figure[k].drawn = drawn[job] == DRAWN;
            count[drawn[job]]++;
        }
    munmap(drawn, size);
    if (!bad && count[NO_GNUPLOT])
        warning("no gnuplot in PATH: the report has no figures; install it (Debian, Ubuntu: "
                "apt-get install gnuplot-nox), then the same command again");
    return bad || count[FAILED] ? -1 : count[NO_GNUPLOT] > 0;
}
