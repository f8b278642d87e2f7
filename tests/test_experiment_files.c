/* An experiment's YAML file: what it makes, and what is said of one that is wrong. */
#include "base/arena.h"
#include "base/formats/yaml_tree.h"
#include "base/system/file.h"
#include "base/text.h"
#include "experiments/experiment.h"
#include "support.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A file in which the claim of line 12 ends with `claim`. */
static char *file_with(const char *claim)
{
    return format_new("name: own\n"
                      "version: 1\n"
                      "title: a title\n"
                      "question: a question?\n"
                      "axes: [norm, lr]\n"
                      "presets:\n"
                      "  smoke:\n"
                      "    about: quick\n"
                      "    seeds: 0-1\n"
                      "    common: {data: synthetic, epochs: 1}\n"
                      "    blocks: [{norm: [none, groupnorm groups=4], lr: [0.1, 1]}]\n"
                      "claims:\n"
                      "- text: a claim\n"
                      "  source: nobody\n"
                      "%s",
                      claim);
}

/* The experiment of the text, which must be right. */
static struct experiment *read_right(char *text)
{
    struct experiment *e = experiment_parse("own.yaml", text);

    assert_non_null(e);
    free(text);
    return e;
}

/* Fails unless the text is refused with that message, at that place. */
static void assert_refused(char *text, const char *what)
{
    char *said;

    capture_stderr();
    if (experiment_parse("own.yaml", text))
        fail_msg("not refused, should say '%s':\n%s", what, text);
    said = captured_stderr();
    assert_holds(said, what);
    assert_holds(said, "own.yaml:");
    free(said);
    free(text);
}

#define CELLS "  a: {}\n  b: {}\n"

static void test_measures(void **state)
{
    static const struct {
        const char *measure, *what;
    } made[] = {
        {"test_error", NULL},
        {"{metric: test_error, how: first}", NULL},
        {"{metric: test_error, how: steps_to, target: 15}", NULL},
        {"{metric: test_error, how: best, along: lr}", NULL},
        {"{metric: test_error, how: best_at, along: lr}", NULL},
        {"{metric: test_error, how: usable_most, along: lr, tolerance: 5}", NULL},
        {"{metric: test_error, how: steps_to}", "own.yaml:17: its measure needs a target"},
        {"{metric: test_error, how: seconds_to, target: nan}", "'target' should be a number"},
        {"{metric: test_error, how: epochs_to, target: 15, along: lr}", "has an axis in along"},
        {"{metric: test_error, how: epochs_to, target: 15, tolerance: 5}", "has a tolerance"},
        {"{metric: test_error, along: lr}", "has an axis in along"},
        {"{metric: test_error, target: 15}", "has a target"},
        {"{metric: test_error, tolerance: 5}", "has a tolerance"},
        {"{metric: test_error, how: best}", "say which, as along: lr"},
        {"{metric: gamma_mean, how: best, along: lr}", "low values"},
        {"{metric: lr, how: steps_to, target: 15}", "low values"},
        {"{metric: test_error, how: usable_most, along: lr}", "needs a tolerance"},
        {"{metric: test_error, how: usable_range, along: lr, tolerance: -5}", "needs a tolerance"},
        {"{metric: test_error, how: best, along: batch}", "batch is no axis"},
        {"{metric: test_error, how: worst}", "did you mean 'first'"},
        {"{how: first}", "needs 'metric'"},
        {"moments.pre_sd", NULL},
        {"{metric: moments.pre_sd, layers: rate 2..-2, at: step 10}", NULL},
        {"{metric: moments.pre_sd, layers: dense2, how: first}", NULL},
        {"{metric: moments.pre_sd, layers: lats}",
         "own.yaml:17: layers: lats: did you mean 'last'?"},
        {"{metric: moments.pre_sd, at: noon}", "should be last, first, step N or epoch N"},
        {"{metric: moments.pre_sd, how: best, along: lr}", "low values"},
        {"{metric: moments.pre_sd, how: steps_to, target: 1}", "`at` says when"},
        {"{metric: test_error, layers: last}", "go with a column of a probe"},
        {"momnts.pre_sd", "no probe 'momnts'; did you mean 'moments'"},
        {"moments.pre_ds", "moments has no column 'pre_ds'; did you mean 'pre_sd'"},
        {"moments", "say which of its columns, as moments."},
        {"test_eror", "did you mean 'test_error'"},
        {"[test_error]", "should be a map"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        char *claim = format_new(CELLS "  measure: %s\n  expect: more\n", made[i].measure);

        if (made[i].what)
            assert_refused(file_with(claim), made[i].what);
        else
            experiment_free(read_right(file_with(claim)));
        free(claim);
    }
}

/* Ratios to a margin of 0 would hold whatever the trials say: its logarithm is below any. */
static void test_claims(void **state)
{
    static const struct {
        const char *claim, *what;
    } made[] = {
        {CELLS "  expect: more\n  factor: 1\n", NULL},
        {CELLS "  expect: same\n  margin: 1\n  status: confirmatory\n", NULL},
        {"  a: norm=none lr=0.1\n  value: 3\n  expect: less\n", NULL},
        {"  a: {}\n  expect: printed\n  printed: {1: 14.5, 2.5: 3}\n", NULL},
        {"  a: {}\n  value: batchnorm_growth 8\n  expect: same\n  factor: 1.1\n", NULL},
        {"  a: {}\n  value: batchnorm_grwth 8\n  expect: more\n",
         "no formula 'batchnorm_grwth'; did you mean 'batchnorm_growth'"},
        {"  a: {}\n  value: batchnorm_growth eight\n  expect: more\n",
         "should be a number, or a formula"},
        {"  a: {}\n  value: batchnorm_growth\n  expect: more\n",
         "should be a number, or a formula"},
        {"  a: {}\n  value: batchnorm_growth 3\n  expect: more\n", "has no finite value"},
        {CELLS "  expect: more\n  factor: 0\n", "needs a factor above 0"},
        {CELLS "  expect: same\n  factor: 1\n", "factor above 1"},
        {CELLS "  expect: same\n", "needs a margin above 0"},
        {CELLS "  expect: more\n  margin: 1\n  factor: 2\n", "not both"},
        {"  a: {}\n  value: 0\n  expect: more\n  factor: 2\n", "needs a value above 0"},
        {"  a: {}\n  expect: more\n", "with a cell 'b' or a number 'value'"},
        {CELLS "  a_base: {}\n  expect: more\n", "needs b_base"},
        {"  b: {}\n  expect: more\n", "needs 'a'"},
        {CELLS, "needs 'expect'"},
        {"  a: {}\n  expect: printed\n", "needs the values in 'printed'"},
        {"  a: {}\n  expect: printed\n  printed: {zero: 1}\n", "epoch 'zero'"},
        {"  a: {nrom: none}\n  b: {}\n  expect: more\n", "no key 'nrom'; did you mean 'norm'"},
        {"  a: nrom=none\n  b: {}\n  expect: more\n", "no key 'nrom'"},
        {"  a: {\"norm x\": none}\n  b: {}\n  expect: more\n", "should be a cell"},
        {"  a: {norm: \"${nrom}\"}\n  b: {}\n  expect: more\n", "'${nrom}' is no variable"},
        {CELLS "  expect: more\n  note: as ${x}\n", "'${x}' is no variable"},
        {CELLS "  expect: more\n  answer: a is {higher|lower}\n  where: here\n  order: 2\n", NULL},
        {CELLS "  expect: more\n  answer: a is higher\n",
         "a claim with 'answer' needs one place for the number"},
        {CELLS "  expect: more\n  order: 0\n", "'order' should be a whole number above 0"},
        {CELLS "  expect: mor\n", "did you mean 'more'"},
        {CELLS "  expcet: more\n", "did you mean 'expect'"},
        {"  a: [none]\n  expect: refused\n", "a cell should be a map"},
        {CELLS "  expect: more\n  margin: wide\n", "'margin' should be a number"},
        {CELLS "  expect: more\n  expect: less\n", "stands twice"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        char *claim = format_new("%s  measure: test_error\n", made[i].claim);

        if (made[i].what)
            assert_refused(file_with(claim), made[i].what);
        else
            experiment_free(read_right(file_with(claim)));
        free(claim);
    }
}

static void test_a_claim_as_written(void **state)
{
    struct experiment *e = read_right(
        file_with("  a: {norm: groupnorm groups=4, lr: [0.1, 1]}\n"
                  "  b: {norm: none}\n"
                  "  expect: less\n  factor: 1.25\n  measure: {metric: test_loss, unit: ''}\n"
                  "  status: confirmatory\n"));
    const struct claim *c = e->claims;

    (void)state;
    assert_int_equal(claims_count(c), 1);
    assert_string_equal(c->a, "norm=\"groupnorm groups=4\" lr=0.1,1");
    assert_string_equal(c->b, "norm=none");
    assert_string_equal(c->id, "own");
    assert_int_equal(c->kind, CLAIM_LESS);
    assert_true(c->ratio && c->margin == 1.25);
    assert_int_equal(c->status, CLAIM_CONFIRMATORY);
    assert_string_equal(c->of.unit, "");
    experiment_free(e);
}

/* A claim about a profile and a formula of theory. */
static void test_a_profile_as_written(void **state)
{
    struct experiment *e = read_right(file_with(
        "  a: {norm: none}\n  value: batchnorm_growth_linear 8\n  expect: same\n"
        "  factor: 1.03\n"
        "  measure: {metric: moments.pre_sd, layers: backward_rate 3..-2, how: first}\n"));
    const struct claim *c = e->claims;
    struct text words = {0};

    (void)state;
    assert_true(fabs(c->value - 1.2) < 1e-12 && c->ratio);
    assert_string_equal(c->of.profile.probe, "moments");
    assert_string_equal(c->of.profile.column->name, "pre_sd");
    assert_int_equal(c->of.profile.layers, LAYERS_BACKWARD_RATE);
    assert_true(c->of.profile.from == 3 && c->of.profile.to == -2);
    assert_true(c->of.how == MEASURE_FINAL && c->of.profile.point == POINT_FIRST);
    claim_print(c, &words);
    assert_string_equal(text_str(&words), "a claim, within 1.03 times of 1.2, which is "
                                          "batchnorm_growth_linear 8");
    text_clear(&words);
    assert_ptr_equal(experiment_measure(e, 0), &c->of);
    assert_string_equal(e->plan.claimed[0].column->name, "pre_sd");
    assert_int_equal(e->plan.claimed[0].point, POINT_FIRST);
    assert_null(e->plan.claimed[1].probe);
    experiment_free(e);
}

/* The product of variables, the first outermost; rows of variables; groups. */
static void test_for(void **state)
{
    struct experiment *e = read_right(file_with(
        "  a: {}\n  value: 1\n  expect: more\n  measure: test_error\n"
        "- for: {x: [1, 2], y: [a, b]}\n"
        "  text: ${x}${y} to\n  source: s\n  a: {lr: \"${x}\"}\n  value: 0\n  expect: more\n"
        "  measure: test_error\n"
        "- for: [{x: 7, m: test_loss}, {x: 8, m: val_error}]\n"
        "  each:\n"
        "  - {text: \"first ${x}\", source: s, a: {}, value: 0, expect: more, measure: \"${m}\"}\n"
        "  - for: {z: [\"${x}0\"]}\n"
        "    text: second ${z}\n    source: s\n    a: {}\n    value: 0\n    expect: more\n"
        "    measure: ${m}\n"));
    static const char *const texts[] = {"a claim", "1a to",     "1b to",   "2a to",    "2b to",
                                        "first 7", "second 70", "first 8", "second 80"};

    (void)state;
    assert_int_equal(claims_count(e->claims), sizeof texts / sizeof *texts);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(e->claims[i].text, texts[i]);
    assert_string_equal(e->claims[3].a, "lr=2");
    assert_int_equal(e->claims[5].of.metric, METRIC_test_loss);
    assert_int_equal(e->claims[8].of.metric, METRIC_val_error);
    experiment_free(e);
}

static void test_wrong_for(void **state)
{
    static const char *const rest =
        "\n  text: t\n  source: s\n  a: {}\n  value: 0\n  expect: more\n  measure: test_error\n";
    static const struct {
        const char *variables, *what;
    } made[] = {
        {"x", "should be a map of variables"},
        {"{x: 1}", "should have a list of values"},
        {"{x: [[1]]}", "should be a text"},
        {"[1]", "should be a map of variables"},
        {"[]", "has no variables"},
        {"{x: []}", "should have a list of values"},
        {"[{x: [1]}]", "should be a text"},
        {"{x: [1]}\n  each: []", "there are no other keys"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        char *claim =
            format_new("  a: {}\n  value: 1\n  expect: more\n  measure: test_error\n- for: %s%s",
                       made[i].variables, rest);

        assert_refused(file_with(claim), made[i].what);
        free(claim);
    }
}

/* The text with the first `from` replaced, which must be in it. */
static char *replaced(const char *from, const char *to)
{
    char *text = file_with(
             CELLS "  expect: more\n  measure: test_error\n"
                   "tables: [{title: t, rows: norm, columns: lr, measure: test_error}]\n"
                   "figures: [{name: f, template: lines, title: t, x: lr, x_label: l, y_label: l,"
                   " series: norm, measure: test_error}]\nnotes: [a, b]\n"),
         *at = strstr(text, from), *result;

    assert_non_null(at);
    result = format_new("%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    free(text);
    return result;
}

static void test_wrong_files(void **state)
{
    static const struct {
        const char *from, *to, *what;
    } made[] = {
        {"name: own", "name: Own", "lower-case letters"},
        {"name: own", "name: own2", "should be that of the file"},
        {"name: own", "name: other",
         "own.yaml:1: the name 'other' should be that of the file, own"},
        {"name: own", "nam: own", "did you mean 'name'"},
        {"version: 1", "version: 1.5", "own.yaml:2: 'version' should be a whole number above 0"},
        {"title: a title\n", "", "needs 'title'"},
        {"[norm, lr]", "norm", "'axes' should be a list"},
        {"presets:", "curves: test_error\npresets:", "'curves' should be a list of metrics"},
        {"presets:", "curves: [test_eror]\npresets:", "did you mean 'test_error'"},
        {"presets:", "curves: [step_ms]\npresets:", "no curve of step_ms"},
        {"x: lr, x_label: l, y_label: l, series: norm, measure: test_error}]",
         "x: epoch, x_label: l, y_label: l, series: norm, measure: test_error}]\ncurves: [test_loss]",
         "own.yaml:20: f needs the curve of test_error: add it to"},
        {"    about: quick\n", "", "a preset needs 'about'"},
        {"[{norm", "{norm", "own.yaml:"},
        {"{norm: [none, groupnorm groups=4], lr: [0.1, 1]}", "", "has no blocks"},
        {"lr: [0.1", "lrr: [0.1", "a trial has no key 'lrr'; did you mean 'lr'"},
        {"epochs: 1", "epochs: many", "own.yaml:10: epochs=many: should be"},
        {"    seeds: 0-1", "\tseeds: 0-1", "own.yaml:9: "},
        {"    seeds: 0-1", "\tseeds: 0-1", "replace the tab"},
        {"    seeds: 0-1", "   seeds: 0-1", "do all keys of this map begin in one column?"},
        {"title: a title", "title: a: title", "with ': ' in it stands in quotes"},
        {"title: a title", "title: *nobody", "*NAME needs &NAME above it"},
        {"title: a title", "title: a t\xE9tle",
         "own.yaml:3: holds bytes that are no text: save the file as UTF-8"},
        {"data: synthetic", "data: 'folder:a\"b'", "without a double quote"},
        {"data: synthetic", "data: folder:my,pictures",
         "own.yaml:10: 'pictures' is no key of a trial, and has no value; a text with a comma"},
        {"title: a title", "title: a\n---\ntitle: b", "a second document"},
        {"lr: [0.1, 1]", "lr: []", "empty list"},
        {"lr: [0.1, 1]", "lr: {a: 1}", "should be a text, not a map"},
        {"columns: lr", "column: lr", "did you mean 'columns'"},
        {"template: lines", "template: lins", "did you mean 'lines'"},
        {"template: lines, ", "", "needs 'template'"},
        {"x: lr,", "x: epoch, measure: {metric: test_error, how: first},", "stands twice"},
        {"series: norm,", "series: norm, y: overhead,", "needs a baseline"},
        {"series: norm,", "series: norm, x_log: 3,", "x_log should be 2 or 10"},
        {"x: lr,", "x: layer,", "its measure should be a column of a probe"},
        {"series: norm,", "series: norm, panels: layer,", "should be a column of a probe"},
        {"series: norm, measure: test_error",
         "series: norm, panels: point, measure: percentiles.p50",
         "its x should be epoch, step or layer"},
        {"x: lr, x_label: l, y_label: l, series: norm, measure: test_error",
         "x: layer, x_label: l, y_label: l, panels: layer, series: norm, measure: percentiles.p50",
         "cannot have a panel for each as well"},
        {"series: norm, measure: test_error",
         "series: norm, measure: percentiles.p50, bands: [p5, p955]", "did you mean 'p95'"},
        {"series: norm, measure: test_error", "series: norm, measure: percentiles.p50, bands: [p5]",
         "two for each band"},
        {"series: norm,", "series: norm, bands: [p5, p95],", "columns of the measure's probe"},
        {"series: norm,", "series: norm, theory: batchnorm_growh,",
         "did you mean 'batchnorm_growth'"},
        {"template: lines, title: t,", "template: bars, title: t, y_log: 10,",
         "no logarithmic axis has"},
        {"series: norm,", "series: norm, theory: batchnorm_growth,",
         "theory that has no values over its x"},
        {"x: lr, x_label: l, y_label: l, series: norm, measure: test_error",
         "x: epoch, x_label: l, y_label: l, series: norm, y: difference, baseline: {norm: none},"
         " measure: test_error",
         "no difference"},
        {"template: lines, title: t,", "template: bands, title: t,", "needs bands"},
        {"x: lr,", "x: step_ms,", "a metric as x"},
        {"template: lines, title: t, x: lr,", "template: scatter, title: t, x: batch,",
         "its x should be a metric"},
        {"template: lines, title: t, x: lr,",
         "template: scatter, title: t, x: step_ms, y: relative,", "without y"},
        {"series: norm,", "series: norm, reference: none,", "only multiples show"},
        {"series: norm,", "series: norm, reference: [a, {b: c}],", "a value or a list of values"},
        {"name: f,", "name: ../f,", "a figure's name should be"},
        {"name: f,", "name: claims,", "and not claims"},
        {"x: lr,", "x: rl,", "no key 'rl'"},
        {"tables: [", "tabels:\n\n\n  [", "own.yaml:19: an experiment has no key 'tabels'"},
        {"series: norm,", "series: ${norm},", "write \"${NAME}\" in quotes"},
        {"rows: norm", "rows: nrom", "no key 'nrom'"},
        {"[norm, lr]", "[norm, norm]", "stands twice"},
        {"[norm, lr]", "[norm, lr, lrr]", "no block gives the axis 'lrr'"},
        {"lr: [0.1, 1]", "lr: 1, fixed: {lr: 2}", "both beside and below 'fixed'"},
        {"epochs: 1", "seed: 5", "the preset's 'seeds'"},
        {"[a, b]", "a", "'notes' should be a list"},
        {"[a, b]", "[a, b", "own.yaml:"},
        {"claims:\n", "claims:\n - &x [*x]\n", "own.yaml:"},
    };

    (void)state;
    experiment_free(read_right(replaced("notes: [a, b]", "notes: [a]")));
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        assert_refused(replaced(made[i].from, made[i].to), made[i].what);
}

/* `curves` names the metrics that keep their curve, among them all whose curve something in the file needs. */
static void test_curves(void **state)
{
    static const struct {
        const char *curves, *entry, *what; /* what: NULL for a right file */
    } made[] = {
        {"[]", "  measure: test_error\n  expect: more\n", NULL},
        {"[]", "  measure: {metric: test_error, how: best, along: lr, by: val_error}\n  expect: more\n", NULL},
        {"[test_loss]", "  measure: {metric: test_error, how: steps_to, target: 9}\n  expect: more\n",
         "a claim needs the curve of test_error"},
        {"[test_error]", "  measure: {metric: test_error, how: steps_to, target: 9}\n  expect: more\n", NULL},
        {"[test_error]", "  measure: {metric: test_error, how: seconds_to, target: 9}\n  expect: more\n",
         "a claim needs the curve of train_seconds"},
        {"[]", "  measure: {metric: test_error, how: first}\n  expect: more\n",
         "a claim needs the curve of test_error"},
        {"[]", "  measure: test_error\n  expect: printed\n  margin: 1\n  printed: {1: 9}\n",
         "a claim needs the curve of test_error"},
        {"[]",
         "  measure: test_error\n  expect: more\n"
         "tables: [{title: t, rows: norm, columns: lr, measure: {metric: test_error, how: steps_to, target: 9}}]\n",
         "a table needs the curve of test_error"},
        {"[gamma_mean]",
         "  measure: test_error\n  expect: more\n"
         "figures: [{name: f, template: multiples, title: t, x: epoch, x_label: l, y_label: l, series: norm, panels: norm,"
         " measure: gamma_mean, band: gamma_sd}]\n",
         "f needs the curve of gamma_sd"},
    };
    struct experiment *e;

    (void)state;
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        char *claim = format_new(CELLS "%s", made[i].entry), *text = file_with(claim);
        char *whole = format_new("%scurves: %s\n", text, made[i].curves);

        if (made[i].what)
            assert_refused(whole, made[i].what);
        else
            experiment_free(read_right(whole));
        free(text);
        free(claim);
    }
    e = read_right(replaced("presets:", "curves: [test_loss]\npresets:"));
    assert_true(e->plan.only_final[METRIC_test_error]);
    assert_false(e->plan.only_final[METRIC_test_loss]);
    experiment_free(e);
    e = read_right(replaced("notes: [a, b]", ""));
    assert_false(e->plan.only_final[METRIC_test_error]);
    experiment_free(e);
}

/* A comma within a path is written as on the command line. */
static void test_comma_in_path(void **state)
{
    struct experiment *e =
        read_right(replaced("data: synthetic", "data: ['folder:/my\\,pictures', mnist]"));
    struct config grid = {0};

    (void)state;
    block_parse(&e->plan.preset[0], e->plan.preset[0].block[0], &grid);
    assert_string_equal(config_get(&grid, "data"), "folder:/my\\,pictures,mnist");
    config_clear(&grid);
    experiment_free(e);
}

/* Keys that a preset keeps, older names of keys, merged maps. */
static void test_blocks(void **state)
{
    struct experiment *e = read_right(
        replaced("[{norm: [none, groupnorm groups=4], lr: [0.1, 1]}]",
                 "\n    - &first {lr: 0.1, fixed: {norm: [none, groupnorm groups=4]}, looks: 2}\n"
                 "    - for: {x: [4, 8]}\n      <<: *first\n      lr: \"${x}\"\n"));
    const struct preset *p = &e->plan.preset[0];

    (void)state;
    assert_string_equal(p->common, "data=synthetic epochs=1");
    assert_string_equal(p->block[0], "lr=0.1 norm==none,\"groupnorm groups=4\" looks=2");
    assert_string_equal(p->block[1], "lr=4 norm==none,\"groupnorm groups=4\" looks=2");
    assert_string_equal(p->block[2], "lr=8 norm==none,\"groupnorm groups=4\" looks=2");
    assert_null(p->block[3]);
    experiment_free(e);
}

/* `normlab new` writes a file that is right; its name is that of the file. */
static void test_new_file(void **state)
{
    char *err, *out;

    (void)state;
    assert_int_equal(run_in_folder("new", "\"$NORMLAB\" new mine", &out, &err), 0);
    assert_string_equal(out, "mine.yaml\n");
    free(out);
    free(err);
    assert_int_equal(run_in_folder("new", "\"$NORMLAB\" new mine", NULL, &err), 1);
    assert_holds(err, "is there already");
    free(err);
    assert_int_equal(run_in_folder("new", "\"$NORMLAB\" check mine.yaml", &out, &err), 0);
    assert_string_equal(err, "");
    assert_holds(out, "preset smoke has no trials of norm=batchnorm batch=8");
    free(out);
    free(err);
    assert_int_equal(
        run_in_folder("new", "\"$NORMLAB\" run mine --preset smoke -q --no-plot", &out, &err), 0);
    assert_holds(out, "8 trials: 8 done");
    free(out);
    free(err);
    assert_int_equal(run_in_folder("new", "\"$NORMLAB\" check mine", &out, NULL), 0);
    assert_holds(out, "8 trials, 0 to do");
    free(out);
    assert_int_equal(run_in_folder("new", "\"$NORMLAB\" claims mine --preset smoke", &out, NULL),
                     0);
    assert_holds(out, "at batch 2 BatchNorm has a higher test error than GroupNorm");
    assert_holds(out, "normlab run mine --preset smoke ");
    free(out);
    /* The command that is shown names the experiment as the user did. */
    assert_int_equal(run_in_folder("new", "\"$NORMLAB\" claims ./mine.yaml", &out, NULL), 0);
    assert_holds(out, "normlab run ./mine.yaml 'norm=");
    free(out);
}

/* Presets have any names; the last is the main one, by which results are shown. */
static void test_presets_of_any_names(void **state)
{
    struct experiment *e = read_right(replaced(
        "  smoke:\n", "  tiny:\n    about: t\n    seeds: 0\n    blocks: [{norm: none, lr: 1}]\n"
                      "  whole:\n"));
    char *out, *err;

    (void)state;
    assert_int_equal(plan_presets(&e->plan), 2);
    assert_int_equal(plan_main(&e->plan), 1);
    assert_int_equal(preset_find(&e->plan, "whole"), 1);
    assert_int_equal(preset_find(&e->plan, "smoke"), -1);
    experiment_free(e);
    assert_int_equal(
        run_in_folder(
            "presets",
            "\"$NORMLAB\" new own && sed -i 's/^  smoke:/  tiny:/; s/^  paper:/  whole:/; "
            "s/data: fashion-mnist/data: synthetic/; s/: 5000/: 100/' own.yaml && "
            "\"$NORMLAB\" run own --preset tiny -q --no-plot && "
            "\"$NORMLAB\" run own -q --no-plot --seeds 0 && \"$NORMLAB\" status own",
            &out, &err),
        0);
    assert_holds(out, "results/own.h5"); /* the main preset's data are no trial of the machinery */
    assert_holds(out, "whole");
    free(out);
    free(err);
    assert_int_equal(run_in_folder("presets", "\"$NORMLAB\" run own --preset smoke", NULL, &err),
                     2);
    assert_holds(err, "unknown preset 'smoke'; own has tiny, whole");
    free(err);
}

/* A file that is wrong does not keep the others from lists, whose exit code is then 1; a folder with the name of a file is none. */
static void test_broken_neighbours(void **state)
{
    char *out, *err;

    (void)state;
    assert_int_equal(
        run_in_folder(
            "neighbours",
            "mkdir dir.yaml && printf 'presets: {}\\n' > bad.yaml && \"$NORMLAB\" new good && "
            "{ \"$NORMLAB\" list experiments; [ $? -eq 1 ]; } && "
            "{ \"$NORMLAB\" claims >/dev/null; [ $? -eq 1 ]; }",
            &out, &err),
        0);
    assert_holds(out, "good  ");
    assert_holds(err, "bad.yaml:1: an experiment needs 'name'");
    assert_null(strstr(err, "dir.yaml"));
    free(out);
    free(err);
}

/* What a run would refuse, check refuses; a `for` that would make too much is stopped. */
static void test_check_as_run(void **state)
{
    static const char *const change[][2] = {
        {"s/data: synthetic/data: syntetic/", "own.yaml:"},
        {"s/groupnorm groups=4/groupnorm gruops=4/", "gruops"},
        {"s/for: {norm: .*}/for: {a: \\&l [1,2,3,4,5,6,7,8,9], b: *l, c: *l, d: *l, norm: *l}/",
         "more than 5000 entries"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof change / sizeof *change; i++) {
        char *command = format_new(
                 "rm -f own.yaml; \"$NORMLAB\" new own && sed -i '%s' own.yaml && \"$NORMLAB\" "
                 "check own.yaml",
                 change[i][0]),
             *err;

        assert_int_equal(run_in_folder("checked", command, NULL, &err), 1);
        assert_holds(err, change[i][1]);
        free(err);
        free(command);
    }
}

/* Without claims a forest plot of an earlier run is removed. */
static void test_forest_without_claims(void **state)
{
    char *out, *err;

    (void)state;
    assert_int_equal(
        run_in_folder("no_claims",
                      "\"$NORMLAB\" new own && \"$NORMLAB\" run own --preset smoke --seeds 0 -q && "
                      "ls plots/* && sed -i '/^claims:/,/^tables:/{/^tables:/!d}' own.yaml && "
                      "\"$NORMLAB\" plot own --preset smoke && echo then && ls plots/*",
                      &out, &err),
        0);
    assert_holds(out, "claims.gp");
    assert_null(strstr(strstr(out, "then"), "claims.gp"));
    free(out);
    free(err);
}

/* A figure that shows no trial any more says so, and that its files are older. */
static void test_figure_without_trials(void **state)
{
    char *err;

    (void)state;
    assert_int_equal(
        run_in_folder(
            "older",
            "\"$NORMLAB\" new own && \"$NORMLAB\" run own --preset smoke --seeds 0 -q && "
            "sed -i 's/    series: norm/    series: norm\\n    only: {norm: layernorm}/' own.yaml && "
            "\"$NORMLAB\" plot own --preset smoke",
            NULL, &err),
        0);
    assert_holds(err, "figure error: these results have no trial that it shows; its files in");
    free(err);
}

/* A user's experiment by its path, and from the folders of NORMLAB_EXPERIMENTS; normlab's own names are taken. */
static void test_where_files_are_found(void **state)
{
    char *out, *err;

    (void)state;
    assert_int_equal(
        run_in_folder("found",
                      "\"$NORMLAB\" new there && mkdir -p away && mv there.yaml away/ && "
                      "\"$NORMLAB\" run away/there.yaml --preset smoke -n && "
                      "NORMLAB_EXPERIMENTS=/nowhere:away \"$NORMLAB\" list experiments --names",
                      &out, &err),
        0);
    assert_holds(out, "there\n");
    free(out);
    free(err);
    assert_int_equal(run_in_folder("found", "\"$NORMLAB\" run there -n", NULL, &err), 2);
    assert_holds(err, "unknown experiment 'there'");
    free(err);
    assert_int_equal(
        run_in_folder(
            "found",
            "\"$NORMLAB\" list experiments --yaml bias > bias.yaml && \"$NORMLAB\" check ./bias.yaml",
            NULL, &err),
        1);
    assert_holds(err, "one of normlab's own experiments");
    free(err);
}

/* The figures of what happens inside a network, as docs/experiments.md has them. */
static void test_figures_inside_of_documents(void **state)
{
    static const char begin[] = "```yaml\nfigures:\n  - {name: percentiles";
    char *path = test_source("../docs/experiments.md"), *document, *text, *at;
    struct experiment *e;
    size_t n;

    (void)state;
    document = file_read(path, &n, false);
    at = strstr(document, begin);
    assert_non_null(at);
    at = strstr(at, "figures:");
    text = format_new("%.*s\n", (int)(strstr(at, "\n```") - at), at);
    free(path);
    path = file_with(CELLS "  expect: more\n  measure: test_error\n");
    at = strstr(text, "series: depth"); /* no axis of this experiment */
    memcpy(at, "series: batch", strlen("series: batch"));
    at = format_new("%s%s", path, text);
    free(path);
    free(text);
    free(document);
    e = read_right(at);
    assert_true(e->figures[0].template == PLOT_BANDS && e->figures[1].template == PLOT_RANGES);
    assert_string_equal(e->figures[0].bands[1], "p95");
    assert_null(e->figures[0].bands[4]);
    assert_string_equal(e->figures[0].panels, FIGURE_LAYER);
    assert_string_equal(e->figures[1].x, FIGURE_STEP);
    assert_string_equal(e->figures[2].x, FIGURE_LAYER);
    assert_string_equal(e->figures[2].panels, FIGURE_POINT);
    assert_string_equal(e->figures[2].theory[0], "batchnorm_growth");
    assert_null(e->figures[2].theory[1]);
    assert_string_equal(e->figures[3].theory[0], "trainable_depth");
    assert_null(e->figures[3].bands);
    experiment_free(e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_measures),
        cmocka_unit_test(test_claims),
        cmocka_unit_test(test_a_claim_as_written),
        cmocka_unit_test(test_a_profile_as_written),
        cmocka_unit_test(test_for),
        cmocka_unit_test(test_wrong_for),
        cmocka_unit_test(test_wrong_files),
        cmocka_unit_test(test_figures_inside_of_documents),
        cmocka_unit_test(test_curves),
        cmocka_unit_test(test_comma_in_path),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_new_file),
        cmocka_unit_test(test_presets_of_any_names),
        cmocka_unit_test(test_broken_neighbours),
        cmocka_unit_test(test_figure_without_trials),
        cmocka_unit_test(test_forest_without_claims),
        cmocka_unit_test(test_check_as_run),
        cmocka_unit_test(test_where_files_are_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
