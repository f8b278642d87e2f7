/* Figures of what probes measure inside the net: over training, over layers, with bands and theory. */
#include "figures.h"
#include "figures/figure.h"
#include "stats/theory.h"
#include "trials.h"

enum { POINTS = 3, LAYERS = 4 };

/* The value of column k at a point of a layer, which grows from the output to the input by 2 per layer. */
static double made_up(int seed, int point, int layer, int k)
{
    return ldexp(1 + point + 0.125 * seed + k, LAYERS - 1 - layer);
}

/* Trials of two seeds for each norm and batch, with a profile of the probe. */
static void make_trials(struct results *r, const char *probe, int seeds)
{
    struct list layers = {0};

    for (int l = 1; l <= LAYERS; l++) {
        char *name = format_new("dense%d", l);

        list_add(&layers, name);
        free(name);
    }
    *r = (struct results){0};
    for (int i = 0; i < 4 * seeds; i++) {
        char *config = format_new("norm=%s batch=%d depth=%d", i & 1 ? "batchnorm" : "none",
                                  i & 2 ? 64 : 8, i & 2 ? 40 : 20);
        struct profiles *all = &add_trial(r, i / 4, config, 10)->result.profiles;
        struct profile *p;

        all->points = POINTS;
        all->step = xcalloc(POINTS, sizeof *all->step);
        all->epoch = xcalloc(POINTS, sizeof *all->epoch);
        for (int k = 0; k < POINTS; k++) {
            all->step[k] = 10 * k;
            all->epoch[k] = 0.5 * k;
        }
        p = profiles_add(all, probe, &layers);
        for (int k = 0; k < POINTS; k++)
            for (int l = 0; l < LAYERS; l++)
                for (int c = 0; c < p->columns; c++)
                    *profile_at(p, k, l, c) = made_up(i / 4, k, l, c);
        free(config);
    }
    list_clear(&layers);
}

static struct figure_request request(const char *probe, const char *column, const char *x)
{
    const struct profile_column *c = probe_columns(probe);

    while (strcmp(c->name, column) != 0)
        c++;
    return (struct figure_request){.name = "f",
                                   .title = "inside",
                                   .x_label = "x",
                                   .y_label = "y",
                                   .only = "batch=8",
                                   .series = "norm",
                                   .x = x,
                                   .of.profile = {.probe = probe, .column = c}};
}

/* Bands of percentiles in a panel for each layer, over epochs. */
static void test_bands_by_layer(void **state)
{
    static const char *const bands[] = {"p5", "p95", "p15", "p85", NULL};
    struct figure_request q = request("percentiles", "p50", FIGURE_EPOCH);
    struct plot_figure f;
    struct results r;

    (void)state;
    make_trials(&r, "percentiles", 2);
    q.template = PLOT_BANDS;
    q.panels = FIGURE_LAYER;
    q.bands = bands;
    figure_build(&q, &r, &f);
    assert_int_equal(f.panels, LAYERS);
    assert_string_equal(f.panel[1].title, "dense2");
    assert_int_equal(f.count, 2);
    assert_holds(f.caption, "bands: p5 to p95, p15 to p85");
    for (int l = 0; l < LAYERS; l++) {
        assert_int_equal(count_rows(&f, l, 1, PLOT_MEAN), POINTS);
        assert_int_equal(count_rows(&f, l, 1, PLOT_SEED), 0);
        CLOSE(mean_at(&f, l, 1, 2)->x, 1);
        CLOSE(mean_at(&f, l, 1, 2)->y, (made_up(0, 2, l, 2) + made_up(1, 2, l, 2)) / 2);
        assert_int_equal(count_rows(&f, l, 1, PLOT_BAND), 2 * POINTS);
        for (int i = 0; i < 2 * POINTS; i++) { /* one band after the other */
            const struct plot_row *row = row_at(&f, l, 1, PLOT_BAND, i);
            int band = i / POINTS, k = i % POINTS, low = band, high = 4 - band;

            assert_true(row->y == band);
            CLOSE(row->x, 0.5 * k);
            CLOSE(row->low, (made_up(0, k, l, low) + made_up(1, k, l, low)) / 2);
            CLOSE(row->high, (made_up(0, k, l, high) + made_up(1, k, l, high)) / 2);
        }
    }
    plot_figure_clear(&f);
    q.skip_start = true;
    q.x = FIGURE_STEP;
    figure_build(&q, &r, &f);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_MEAN), POINTS - 1);
    CLOSE(mean_at(&f, 0, 0, 0)->x, 10);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* A statistic against the layer in a panel for each point, or at the measure's point; theory's line has the slope of the
 * batch's factor, and the height of the first line. */
static void test_layers_and_theory(void **state)
{
    static const char *const theory[] = {"batchnorm_growth", NULL};
    struct figure_request q = request("gradients", "pre_ms", FIGURE_LAYER);
    double rate = theory_batchnorm_growth(8);
    int c = (int)(q.of.profile.column - probe_columns("gradients"));
    const struct plot_row *row;
    struct plot_figure f;
    struct results r;

    (void)state;
    make_trials(&r, "gradients", 2);
    q.panels = FIGURE_POINT;
    q.theory = theory;
    figure_build(&q, &r, &f);
    assert_int_equal(f.panels, POINTS);
    assert_string_equal(f.panel[0].title, "before training");
    assert_string_equal(f.panel[2].title, "steps=20");
    assert_int_equal(f.series[2].look, LOOK_THEORY);
    assert_holds(f.caption, "2 seeds: medians");
    for (int k = 0; k < POINTS; k++) {
        assert_int_equal(count_rows(&f, k, 2, PLOT_THEORY), LAYERS);
        CLOSE(mean_at(&f, k, 1, 3)->x, LAYERS);
        CLOSE(mean_at(&f, k, 0, 1)->y, (made_up(0, k, 1, c) + made_up(1, k, 1, c)) / 2);
        row = row_at(&f, k, 2, PLOT_THEORY, 0);
        CLOSE(row[0].y / row[1].y, rate);
        /* theory is about BatchNorm, whose line falls faster: half of it lies above theory's, half below */
        for (int l = 0; l < LAYERS; l++)
            assert_true((mean_at(&f, k, 1, l)->y > row[l].y) == (l < LAYERS / 2));
    }
    plot_figure_clear(&f);

    q.panels = NULL;
    q.theory = NULL;
    q.of.profile.point = POINT_STEP;
    q.of.profile.at = 10;
    figure_build(&q, &r, &f);
    assert_int_equal(f.panels, 1);
    CLOSE(mean_at(&f, 0, 0, 0)->y, (made_up(0, 1, 0, c) + made_up(1, 1, 0, c)) / 2);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* Each batch of BatchNorm has a line of theory with its own rate and height; without BatchNorm there is none. */
static void test_theory_of_batches(void **state)
{
    static const char *const theory[] = {"batchnorm_growth", NULL};
    struct figure_request q = request("gradients", "pre_ms", FIGURE_LAYER);
    int c = (int)(q.of.profile.column - probe_columns("gradients"));
    const struct plot_row *row;
    struct plot_figure f;
    struct results r;

    (void)state;
    make_trials(&r, "gradients", 1);
    q.only = "norm=batchnorm";
    q.series = "batch";
    q.theory = theory;
    figure_build(&q, &r, &f);
    row = row_at(&f, 0, 2, PLOT_THEORY, 0);
    assert_int_equal(f.count, 3);
    CLOSE(row[0].y / row[1].y, theory_batchnorm_growth(8));
    assert_true(isnan(row[LAYERS].x)); /* the first line ends */
    CLOSE(row[LAYERS + 1].y / row[LAYERS + 2].y, theory_batchnorm_growth(64));
    plot_figure_clear(&f);
    q.only = "norm=none";
    figure_build(&q, &r, &f);
    assert_int_equal(f.count, 2);
    plot_figure_clear(&f);
    for (int l = 0; l < LAYERS; l++) /* a line far above BatchNorm's */
        *profile_at(&r.record[0].result.profiles.item[0], 0, l, c) *= 1e6;
    q = request("gradients", "pre_ms", FIGURE_LAYER);
    q.theory = theory;
    q.of.profile.point = POINT_FIRST;
    figure_build(&q, &r, &f);
    for (int l = 0; l < LAYERS; l++)
        assert_true((mean_at(&f, 0, 1, l)->y > row_at(&f, 0, 2, PLOT_THEORY, l)->y) ==
                    (l < LAYERS / 2));
    plot_figure_clear(&f);
    free_trials(&r);
}

/* The rows of a heat map are depths, and theory's line lies over them. */
static void test_heat_map_with_theory(void **state)
{
    static const char *const theory[] = {"trainable_depth", NULL};
    struct figure_request q = request("gradients", "pre_ms", "batch");
    struct plot_figure f;
    struct results r;
    char *folder = test_path("heat/x"), *text;
    size_t n;

    (void)state;
    make_trials(&r, "gradients", 2);
    q.template = PLOT_HEAT;
    q.only = "norm=batchnorm";
    q.series = "depth";
    q.theory = theory;
    figure_build(&q, &r, &f);
    assert_int_equal(f.count, 3);
    assert_string_equal(f.series[0].label, "20");
    assert_int_equal(count_rows(&f, 0, 2, PLOT_THEORY), 2);
    CLOSE(row_at(&f, 0, 2, PLOT_THEORY, 0)->y, theory_trainable_depth(8));
    CLOSE(row_at(&f, 0, 2, PLOT_THEORY, 1)->y, theory_trainable_depth(64));
    skip_without_gnuplot();
    assert_int_equal(plot_write(&f, folder, "svg"), 0);
    text = read_part(folder, "f", "svg", &n);
    assert_holds(text, "line: layers that train (Yang et al. 2019)");
    assert_int_equal(occurrences(text, ">layers that train (Yang et al. 2019)<"), 0); /* no row */
    assert_holds(text, "stroke-dasharray");
    free(text);
    free(folder);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* Draws a figure at both widths, in silence, with its text on the page. */
static void draw(const struct figure_request *q, const struct results *r)
{
    const struct plot_page page[] = {{3.4, 8}, {3.4, 12}, {7, 8}, {7, 12}};
    char *folder = test_path("pages/x");

    for (int i = 0; i < 4; i++) {
        struct plot_figure f;

        figure_build(q, r, &f);
        f.page = page[i];
        write_and_redraw(&f, folder);
    }
    free(folder);
}

static void test_pages(void **state)
{
    static const char *const ends[] = {"loss_min", "loss_max", NULL};
    static const char *const percentiles[] = {"p5", "p95", "p15", "p85", NULL};
    static const char *const theory[] = {"batchnorm_growth", "batchnorm_growth_linear", NULL};
    struct figure_request q = request("landscape", "loss", FIGURE_STEP);
    struct results r;

    (void)state;
    skip_without_gnuplot();
    make_trials(&r, "landscape", 2);
    q.template = PLOT_RANGES;
    q.bands = ends;
    draw(&q, &r);
    free_trials(&r);
    make_trials(&r, "percentiles", 2);
    q = request("percentiles", "p50", FIGURE_EPOCH);
    q.template = PLOT_BANDS;
    q.panels = FIGURE_LAYER;
    q.bands = percentiles;
    draw(&q, &r);
    free_trials(&r);
    make_trials(&r, "gradients", 2);
    q = request("gradients", "pre_ms", FIGURE_LAYER);
    q.panels = FIGURE_POINT;
    q.theory = theory;
    draw(&q, &r);
    free_trials(&r);
}

/* Sets all values of a trial's profile from a point on to NaN: it diverged. */
static void diverge(struct results *r, int trial, int from)
{
    struct trial_result *t = &r->record[trial].result;
    const struct profile *p = &t->profiles.item[0];

    t->status = TRIAL_DIVERGED;
    for (int k = from; k < t->profiles.points; k++)
        for (int l = 0; l < p->layer.count; l++)
            for (int c = 0; c < p->columns; c++)
                *profile_at(p, k, l, c) = NAN;
}

/* A trial that diverges is marked after its last point or, where x are layers, named in the notes of the points that it
 * did not reach. */
static void test_diverged(void **state)
{
    struct figure_request q = request("gradients", "pre_ms", FIGURE_STEP);
    struct plot_figure f;
    struct results r;

    (void)state;
    make_trials(&r, "gradients", 2);
    diverge(&r, 0, 2); /* seed 0 of none at batch 8 */
    q.panels = FIGURE_LAYER;
    figure_build(&q, &r, &f);
    for (int l = 0; l < LAYERS; l++) {
        assert_int_equal(count_rows(&f, l, 0, PLOT_UNSUCCESSFUL), 1);
        CLOSE(row_at(&f, l, 0, PLOT_UNSUCCESSFUL, 0)->x, 20);
        assert_int_equal(count_rows(&f, l, 0, PLOT_SEED), 2 + 3);
        assert_int_equal(count_rows(&f, l, 1, PLOT_UNSUCCESSFUL), 0);
    }
    plot_figure_clear(&f);

    q.x = FIGURE_LAYER;
    q.panels = FIGURE_POINT;
    figure_build(&q, &r, &f);
    assert_string_equal(f.panel[1].note, "");
    assert_string_equal(f.panel[2].note, "none: 1 diverged");
    assert_int_equal(count_rows(&f, 2, 0, PLOT_UNSUCCESSFUL), 0);
    assert_int_equal(count_rows(&f, 2, 0, PLOT_MEAN), LAYERS);
    plot_figure_clear(&f);
    diverge(&r, 4, 1); /* seed 1 */
    figure_build(&q, &r, &f);
    assert_string_equal(f.panel[1].note, "none: 1 diverged");
    assert_string_equal(f.panel[2].note, "none: 2 diverged");
    assert_int_equal(count_rows(&f, 2, 0, PLOT_MEAN), 0);
    assert_int_equal(count_rows(&f, 2, 1, PLOT_MEAN), LAYERS);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* Panels are those of all trials: points by their steps, layers of the deepest net. */
static void test_unlike_profiles(void **state)
{
    struct figure_request q = request("gradients", "pre_ms", FIGURE_LAYER);
    struct profile *p;
    struct plot_figure f;
    struct results r;

    (void)state;
    make_trials(&r, "gradients", 2);
    r.record[0].result.profiles.points = 2; /* none at batch 8 */
    r.record[0].result.profiles.step[1] = 5;
    p = &r.record[0].result.profiles.item[0];
    free(p->layer.item[--p->layer.count]);
    q.panels = FIGURE_POINT;
    figure_build(&q, &r, &f);
    assert_int_equal(f.panels, 4); /* before training, steps 5, 10 and 20 */
    assert_string_equal(f.panel[1].title, "steps=5");
    assert_string_equal(f.panel[3].title, "steps=20");
    assert_int_equal(count_rows(&f, 1, 0, PLOT_SEED), LAYERS - 1);
    assert_int_equal(count_rows(&f, 2, 0, PLOT_SEED), LAYERS);
    assert_int_equal(count_rows(&f, 3, 1, PLOT_SEED), 2 * LAYERS);
    plot_figure_clear(&f);
    q.x = FIGURE_STEP;
    q.panels = FIGURE_LAYER;
    figure_build(&q, &r, &f);
    assert_int_equal(f.panels, LAYERS);
    assert_string_equal(f.panel[3].title, "dense4");
    plot_figure_clear(&f);
    free_trials(&r);
}

/* Trials without the profile give a figure without panels, so that one of an earlier run stays, and a warning. */
static void test_no_profile(void **state)
{
    struct figure_request q = request("gradients", "pre_ms", FIGURE_LAYER);
    struct plot_figure f;
    struct results r = {0};
    char *said;

    (void)state;
    q.panels = FIGURE_POINT;
    add_trial(&r, 0, "norm=none batch=8", 1);
    add_trial(&r, 0, "norm=batchnorm batch=8", 1)->result.status = TRIAL_REFUSED;
    capture_stderr();
    figure_build(&q, &r, &f);
    said = captured_stderr();
    assert_holds(said, "figure f is not drawn: no trial has the profile gradients");
    free(said);
    assert_int_equal(f.panels, 0);
    plot_figure_clear(&f);
    free_trials(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bands_by_layer),       cmocka_unit_test(test_layers_and_theory),
        cmocka_unit_test(test_heat_map_with_theory), cmocka_unit_test(test_pages),
        cmocka_unit_test(test_theory_of_batches),    cmocka_unit_test(test_diverged),
        cmocka_unit_test(test_unlike_profiles),      cmocka_unit_test(test_no_profile),
    };

    return cmocka_run_group_tests_name("figures_inside", tests, NULL, NULL);
}
