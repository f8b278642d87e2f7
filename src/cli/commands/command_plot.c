#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include "figures/draw.h"
#include "figures/style.h"
#include "figures/trial_curves.h"
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads a number from text into *v. True when the number is in [least, most]. Also true when text is NULL, which
 * means that the flag was not given; *v then does not change. */
static bool take_number(const char *text, double least, double most, double *v)
{
    if (!text)
        return true;
    *v = number_is(text) ? number_parse(text, NULL) : NAN;
    return *v >= least && *v <= most;
}

/* Converts a list of formats such as "pdf,tikz" to words of PLOT_FORMATS, "pdf tex", with each format once: a new string,
 * which the caller frees. Returns NULL when the list is empty or has an unknown format. */
static char *take_formats(const char *list)
{
    char *copy = xstrdup(list), *rest = NULL;
    struct text words = {0};
    bool known = true;

    for (const char *w = strtok_r(copy, ",", &rest); w; w = strtok_r(NULL, ",", &rest)) {
        w = strcmp(w, "tikz") == 0 ? "tex" : w;
        known = known && strlen(w) == 3 && strstr(PLOT_FORMATS, w);
        if (!strstr(text_str(&words), w))
            text_add_item(&words, " ", "%s", w);
    }
    free(copy);
    if (known && words.length)
        return words.s;
    text_clear(&words);
    return NULL;
}

/* ---- files of trials ---- */

/* Returns true when the words are files of trials, false when there is one word that names an experiment. Otherwise
 * prints a usage error and exits. */
static bool are_files(char *const *word, int words)
{
    int files = 0;

    for (int i = 0; i < words; i++)
        files += text_ends_with(word[i], ".h5");
    if (files < words && words > 1)
        die_usage("plot", "takes one experiment, or files of trials, whose names end with .h5");
    return files > 0;
}

/* Returns the name of the figure of these files, a new string: "bn+gn" for bn.h5 and runs/gn.h5. A long name is cut
 * short, as "bn+gn+7_more"; "_" stands for a character that is not plain. */
static char *figure_name(char *const *file, int files)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-.";
    struct text t = {0};

    for (int i = 0; i < files; i++) {
        const char *slash = strrchr(file[i], '/'), *base = slash ? slash + 1 : file[i];

        if (i > 0 && t.length + strlen(base) > 80) {
            text_add(&t, "+%d_more", files - i);
            break;
        }
        text_add_item(&t, "+", "%.*s", (int)(strlen(base) - strlen(".h5")), base);
    }
    for (size_t i = 0; i < t.length; i++)
        if (!strchr(plain, t.s[i]) || (i == 0 && strchr("+-.", t.s[i])))
            t.s[i] = '_';
    return t.s ? t.s : xstrdup("trial");
}

/* Reads the trial files into r, which is empty. Returns 0, or -1 after a message; results_clear() frees r in both
 * cases. */
static int read_trials(char *const *file, int files, struct results *r)
{
    for (int i = 0; i < files; i++) {
        struct results one;
        bool merged;

        if (store_read(file[i], &merged, &one))
            return -1;
        if (!merged) {
            array_add(r->record, r->records) = one.record[0]; /* which r now owns */
            one.records = 0;
        }
        results_clear(&one);
        if (merged)
            return error(
                "%s: holds the trials of an experiment: normlab plot EXPERIMENT draws them",
                file[i]);
    }
    return 0;
}

/* Draws the figure in the terminal (term), or into files below root/plots/trials and prints their names. Frees the
 * figure. Returns 0, or -1 after a message. */
static int draw_trials(struct plot_figure *f, const char *name, const char *root, bool term,
                       struct drawing *d)
{
    char *folder = format_new("%s/plots/trials", root);
    struct style style = {0};
    enum drawn drawn = DRAWN;
    int bad;

    if (term) {
        bad = plot_terminal(f, folder, figures_columns());
        plot_figure_clear(f);
    } else {
        bad = style_read(&style, root, d->style_file);
        style_apply(&style, &d->page, &d->style);
        if (bad)
            plot_figure_clear(f);
        else
            drawn = draw_plot(f, folder, d);
        if (drawn == NO_GNUPLOT)
            plot_warn_missing(folder);
        if (drawn && !bad)
            figure_print_files(folder, name, "");
    }
    style_clear(&style);
    free(folder);
    return bad || !drawn ? -1 : 0;
}

/* Draws the curves of trials. Returns 0, or -1 after a message. */
static int plot_trials(char *const *file, int files, const char *root, bool term, struct drawing *d)
{
    struct results r = {0};
    int bad = read_trials(file, files, &r);
    char *name = figure_name(file, files);
    struct plot_figure f;

    if (!bad) {
        trial_curves_build(&r, name, &f);
        if (f.panels) {
            bad = draw_trials(&f, name, root, term, d);
        } else {
            bad = error("%s: there are no curves to draw: the trial%s refused", file[0],
                        files > 1 ? "s were" : " was");
            plot_figure_clear(&f);
        }
    }
    free(name);
    results_clear(&r);
    return bad;
}

/* ---- an experiment ---- */

static int plot_experiment(const char *name, const char *root, const char *preset, bool term,
                           const struct drawing *d)
{
    struct study s;
    struct experiment *e = open_results("plot", name, root, preset, &s);
    int bad =
        term ? figures_draw_terminal(&s, e->figures, INT_MAX) : figures_draw(&s, e->figures, d);

    if (!bad && !term)
        figures_print(&s, e->figures, "");
    if (!bad && s.verdicts.left_out)
        printf("%s\n", s.verdicts.left_out);
    if (!bad)
        print_unmerged(&s);
    study_close(&s);
    experiment_free(e);
    return bad;
}

static int run(int argc, char **argv)
{
    const char *root = ".", *preset = NULL, *width = NULL, *font = NULL, *format = "svg,pdf,png";
    bool term = false;
    struct drawing d = {0};
    char *formats;
    const struct flag flags[] = {
        {"--term", NULL, FLAG_BOOL, &term},          {"--preset", NULL, FLAG_TEXT, &preset},
        {"--out", NULL, FLAG_TEXT, &root},           {"--width", NULL, FLAG_TEXT, &width},
        {"--font", NULL, FLAG_TEXT, &font},          {"--format", NULL, FLAG_TEXT, &format},
        {"--style", NULL, FLAG_TEXT, &d.style_file}, {0},
    };
    int bad, words = parse_arguments(argc, argv, flags, 1, ANY_NUMBER,
                                     "takes an experiment, or files of trials");
    bool trials = are_files(argv + 1, words);

    if (trials && preset)
        die_usage("plot", "--preset is for an experiment; files of trials are drawn as they are");
    if (!take_number(width, 2, 40, &d.page.width))
        die_usage("plot", "--width takes inches, from 2 to 40; a column of a paper has 3.4");
    if (!take_number(font, 4, 30, &d.page.font_size))
        die_usage("plot", "--font takes points, from 4 to 30");
    d.formats = formats = take_formats(format);
    if (!formats)
        die_usage("plot", "--format takes svg, pdf, png and tikz, with commas between");
    bad = trials ? plot_trials(argv + 1, words, root, term, &d)
                 : plot_experiment(argv[1], root, preset, term, &d);
    free(formats);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_plot = {
    "plot",
    "draw an experiment's figures from its results, or the curves of single trials",
    "usage: normlab plot EXPERIMENT [--preset NAME] [--term] [--out DIR]\n"
    "                    [--width INCHES] [--font POINTS] [--format LIST] [--style FILE]\n"
    "       normlab plot TRIAL.h5... [--term] [--out DIR] [--width INCHES] [--font POINTS]\n"
    "                    [--format LIST] [--style FILE]\n\n"
    "Reads DIR/results/EXPERIMENT.h5 [.] and, while a run goes on or after it was stopped, the finished\n"
    "trials that are not in it yet; writes DIR/plots/EXPERIMENT/FIGURE.{svg,pdf,png,gp,csv}.\n"
    "Figures show the trials with one preset's settings; the command says which trials are left out.\n\n"
    "From files of trials (normlab trial --file) it draws loss and error over the epochs into\n"
    "DIR/plots/trials/: several in one figure, whose key says in what their configurations differ.\n\n"
    "  --preset NAME   show the trials of this preset [the main one, or else the one with the most trials];\n"
    "                  figures of another preset go to DIR/plots/EXPERIMENT.NAME/, those of generated\n"
    "                  data to DIR/plots/EXPERIMENT.generated/\n"
    "  --width INCHES  width of the page [7]; a column of a paper has 3.4\n"
    "  --font POINTS   size of its text [8]\n"
    "  --format LIST   of svg, pdf, png and tikz, with commas between [svg,pdf,png]; pictures in other\n"
    "                  formats that exist are drawn again as well. tikz writes FIGURE.tex, for\n"
    "                  \\input in a LaTeX document with \\usepackage{gnuplot-lua-tikz}; gnuplot writes\n"
    "                  that package: gnuplot -e \"set terminal tikz createstyle\"\n"
    "  --style FILE    a gnuplot program that stands after normlab's own style in each FIGURE.gp\n"
    "  --term          draw in the terminal, write no files\n\n"
    "DIR/plots/style.conf sets the look of all figures, here and in normlab run and report: lines\n"
    "NAME = VALUE, comments behind #. The names are\n\n"
    "  font, font_size, width            as Liberation Sans, 9 (points), 3.4 (inches)\n"
    "  line_width, point_size            as 2 and 1.2 [1.6, 0.95]\n"
    "  colour.LINE, point.LINE, dash.LINE   as #00559A, 7 (gnuplot's number of a point), 12,4 or solid\n\n"
    "LINE is a norm, as batchnorm, or a verdict, as supported. gnuplot itself reads nothing from DIR: who\n"
    "draws another's results runs no program of theirs.\n\n"
    "example: normlab plot batch_size --term\n",
    run,
};
