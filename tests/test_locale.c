/* Under a locale with a decimal comma, which a host program may set, all that normlab reads and writes stays as it is. */
#include "support.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/formats/json.h"
#include "base/number.h"
#include "base/system/file.h"
#include "base/text.h"
#include "experiments/experiment.h"
#include "figures/draw.h"
#include "net/net.h"
#include "report/summary.h"
#include "store/export/export.h"
#include "train/trial.h"
#include <dirent.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Makes a German locale in the test's folder and sets it; false where the system has no sources for it. */
static bool set_comma(void)
{
    static const char *const name[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "fr_FR.utf8"};
    char *made = test_path("de_DE.UTF-8");
    bool found = false;

    for (int i = 0; i < 4 && !found; i++)
        found = setlocale(LC_ALL, name[i]) && strcmp(localeconv()->decimal_point, ",") == 0;
    if (!found && (file_exists(made) ||
                   run_command("localedef -i de_DE -f UTF-8 \"$TEST_FOLDER/de_DE.UTF-8\"", NULL,
                               NULL) == 0)) {
        setenv("LOCPATH", test_folder(), 1);
        found = setlocale(LC_ALL, name[0]) && strcmp(localeconv()->decimal_point, ",") == 0;
    }
    free(made);
    return found;
}

/* ---- what is compared: each adds to `out` all that it makes ---- */

static void add_numbers(struct text *out)
{
    static const double v[] = {0.1, -2.5e-7, 1e300, 123456.75, 100};
    struct text json = {0};
    char digits[32], *end, *made = NULL, *said;
    size_t size;
    FILE *printed;

    for (int i = 0; i < 5; i++) {
        format_double(digits, v[i]);
        text_add(out, "%s %g %.3f %d\n", digits, v[i], v[i], number_parse(digits, NULL) == v[i]);
        json_number(&json, "v", v[i]);
    }
    text_add(out, "%s\n", json.s);
    text_clear(&json);
    number_parse("0,5", &end);
    text_add(out, "%d%d%d '%s'\n", number_is("0.5"), number_is("0,5"), number_is("1.5e3"), end);
    printed = open_memstream(&made, &size);
    number_print(printed, "%.2f", 0.25);
    fclose(printed);
    capture_stderr();
    error("%g of %s", 0.5, made);
    warning("%g", 1.5);
    said = captured_stderr();
    text_add(out, "%s", said);
    free(said);
    free(made);
}

static void add_sweep(struct text *out)
{
    char rate[] = "lr=0.05,1e-3", decay[] = "weight_decay=0.0005";
    char *overrides[] = {rate, decay};
    struct sweep s;

    assert_int_equal(
        experiment_expand(&s, test_experiment("learning_rate"), PRESET_SMOKE, overrides, 2, NULL),
        0);
    for (int i = 0; i < s.trials; i++) {
        text_add(out, "%s ", s.trial[i].key);
        config_print(&s.trial[i].config, out);
        text_add(out, "\n");
    }
    sweep_clear(&s);
}

static void add_layers(struct text *out)
{
    struct config c = {0};
    struct net_request q = {.text = "lstm 8 norm=layernorm gamma_init=0.25; dropout 0.1; last; "
                                    "batchnorm eps=0.001 momentum=0.3; dense 3",
                            .config = &c,
                            .in = shape_sequence(6, 4),
                            .classes = 3,
                            .max_n = 4,
                            .min_train_n = 4};
    struct text why = {0};
    struct net n;

    if (net_build(&n, &q, NULL, &why))
        fail_msg("%s", text_str(&why));
    for (int i = 0; i < n.nodes; i++) {
        layer_print(&n.node[i].layer, out);
        text_add(out, "\n");
    }
    net_release(&n);
}

static void add_trial(struct text *out)
{
    struct config c = {0};
    struct trial_result r;

    assert_int_equal(
        config_parse(&c, "data=synthetic train_count=100 test_count=50 epochs=2 batch=20 lr=0.05 "
                         "schedule=step step_at=0.5 step_factor=0.1 net=\"mlp hidden=8; dropout "
                         "0.1\" norm=batchnorm"),
        0);
    assert_int_equal(trial_run(&c, &r, NULL, NULL), 0);
    for (int m = 0; m < METRICS; m++)
        for (int p = 0; p <= r.points && !metric_info[m].timing; p++)
            text_add(out, "%a ", r.curve[m][p]);
    text_add(out, "\n");
    trial_result_clear(&r);
    config_clear(&c);
}

/* Every file of a folder but its subfolders, in no order that changes. */
static void add_folder(struct text *out, const char *folder)
{
    struct dirent **entry;
    int n = scandir(folder, &entry, NULL, NULL);

    assert_true(n > 2);
    for (int i = 0; i < n; i++) {
        char *path = format_new("%s/%s", folder, entry[i]->d_name), *text;
        size_t size;

        if (entry[i]->d_type == DT_REG && (text = file_read(path, &size, false))) {
            text_add(out, "%s\n%s", entry[i]->d_name, text);
            free(text);
        }
        free(path);
        free(entry[i]);
    }
    free(entry);
}

/* What store_export() writes to standard output. */
static void add_printed(struct text *out, enum export_how how, const struct results *r)
{
    char *path = test_path("printed"), *text;
    int before = dup(STDOUT_FILENO);
    size_t size;

    fflush(stdout);
    assert_non_null(freopen(path, "w", stdout));
    assert_int_equal(store_export(r, how), 0);
    fflush(stdout);
    dup2(before, STDOUT_FILENO);
    close(before);
    text = file_read(path, &size, false);
    assert_non_null(text);
    text_addn(out, text, size);
    free(text);
    free(path);
}

/* Summary, scripts and data of figures, ledger, exports, and a merged file written and read, of a reference run. */
static void add_results(struct text *out, const char *name)
{
    char *from = test_source(".."), *root = test_path("drawn"), *plots, *summary, *text = NULL;
    struct study l;
    size_t size;
    FILE *f = open_memstream(&text, &size);
    bool there;

    assert_int_equal(experiment_open(&l, test_experiment(name), from, SELECTION_MAIN, &there), 0);
    assert_true(there);
    l.root = root;
    plots = format_new("%s/results", root);
    assert_int_equal(folder_make(plots), 0);
    free(plots);
    capture_stderr(); /* that there is no gnuplot */
    assert_int_equal(figures_draw(&l, test_experiment(name)->figures, NULL), 0);
    free(captured_stderr());
    assert_int_equal(
        summary_write(&l, test_experiment(name)->tables, test_experiment(name)->figures, false), 0);
    ledger_print(f, claim_rows, &l.verdicts, 1, true);
    ledger_print_json(f, claim_rows, &l.verdicts, 1, true);
    fclose(f);
    text_add(out, "%s", text);
    free(text);
    plots = format_new("%s/plots/%s", root, l.stem);
    add_folder(out, plots);
    summary = summary_path(&l);
    text = file_read(summary, &size, false);
    text_add(out, "%s", text);
    free(text);
    l.selection.shown.records = l.selection.shown.records < 12 ? l.selection.shown.records : 12;
    add_printed(out, EXPORT_CSV, &l.selection.shown);
    add_printed(out, EXPORT_JSON, &l.selection.shown);
    free(summary);
    free(plots);
    study_close(&l);
    free(from);
    free(root);
}

static char *everything(void)
{
    struct text t = {0};

    add_numbers(&t);
    add_sweep(&t);
    add_layers(&t);
    add_trial(&t);
    add_results(&t, "learning_rate");
    add_results(&t, "convergence");
    return t.s;
}

/* Fails at the first line that differs. */
static void assert_same_lines(const char *got, const char *want)
{
    while (*got && *want) {
        int a = (int)strcspn(got, "\n"), b = (int)strcspn(want, "\n");

        if (a != b || strncmp(got, want, (size_t)a))
            fail_msg("'%.*s' should be '%.*s'", a, got, b, want);
        got += a + (got[a] != '\0');
        want += b + (want[b] != '\0');
    }
    assert_true(!*got && !*want);
}

static void test_decimal_comma_changes_nothing(void **state)
{
    char *path, *want, *got;

    (void)state;
    if (!set_comma())
        skip_missing("locales");
    path = xstrdup(getenv("PATH"));
    setlocale(LC_ALL, "C");
    setenv("PATH", "/nonexistent", 1); /* scripts alone: gnuplot would take minutes */
    want = everything();
    assert_true(set_comma());
    got = everything();
    assert_string_equal(localeconv()->decimal_point, ","); /* the host's locale is as it was */
    setlocale(LC_ALL, "C");
    setenv("PATH", path, 1);
    assert_holds(want, "lr=0.05 ");
    assert_same_lines(got, want);
    free(path);
    free(want);
    free(got);
}

/* ---- sources ---- */

/* Where a call in the source prints a real that has a decimal point, or NULL. */
static const char *real_in_call(const char *call)
{
    const char *end = call + strcspn(call, ";");

    for (const char *at = strchr(call, '%'); at && at < end; at = strchr(at + 1, '%')) {
        size_t flags, n;

        if (at[1] == '%') {
            at++;
            continue;
        }
        flags = 1 + strspn(at + 1, "-+ #0123456789*");
        n = flags + strspn(at + flags, ".0123456789*l");
        if (strchr("aefgAEFG", at[n]) && strncmp(at + flags, ".0f", 3))
            return at;
    }
    return NULL;
}

static void check_source(const char *path, const char *source)
{
    static const char *const forbidden[] = {
        "strtod(",  "strtof(",  "atof(",    "scanf(",   "strcasecmp(", "strncasecmp(",
        "islower(", "isupper(", "isalpha(", "isalnum(", "isspace(",    "isprint(",
        "ispunct(", "tolower(", "toupper(", "strcoll(", "setlocale(",  NULL};
    static const char *const print[] = {"printf(", "sprintf(", "snprintf(", "fprintf(", NULL};

    for (int i = 0; forbidden[i]; i++)
        for (const char *at = source; (at = strstr(at, forbidden[i])); at++)
            if (at == source || !strchr("_abcdefghijklmnopqrstuvwxyz", at[-1]))
                fail_msg("%s: %s see base/number.h", path, forbidden[i]);
    for (int i = 0; print[i]; i++)
        for (const char *at = source; (at = strstr(at, print[i])); at++)
            if (strchr(" \t\n(,", at[-1]) && real_in_call(at))
                fail_msg("%s: '%.60s' prints a real: see base/number.h", path, at);
}

/* No source reads or prints reals by other functions than those of base/number.h, nor asks the locale for letters. */
static void test_sources(void **state)
{
    char *root = test_source("../src"), *command, *out, *rest, *path;
    int n = 0;

    (void)state;
    command = format_new("find '%s' -name '*.[ch]' ! -name 'number.[ch]'", root);
    assert_int_equal(run_command(command, &out, NULL), 0);
    rest = out;
    while ((path = strsep(&rest, "\n")) && *path) {
        size_t size;
        char *source = file_read(path, &size, false);

        assert_non_null(source);
        check_source(path, source);
        free(source);
        n++;
    }
    assert_true(n > 100);
    free(out);
    free(command);
    free(root);
}

/* ---- letters ---- */

static void test_ascii(void **state)
{
    (void)state;
    assert_true(ascii_same("@Missing", "@MISSING") && ascii_same("", ""));
    assert_false(ascii_same("@missing", "@missin") || ascii_same("@missin", "@missing"));
    assert_false(ascii_same("[", "{")); /* 32 apart, as letters are */
    assert_true(ascii_starts("HTTPS://x", "https://") && ascii_starts("x", ""));
    assert_false(ascii_starts("http", "https"));
    assert_true(ascii_is_lower('a') && ascii_is_lower('z') && !ascii_is_lower('A'));
    assert_true(ascii_is_printed(' ') && ascii_is_printed('~') && !ascii_is_printed('\x7f'));
    assert_false(ascii_is_printed('\xe4') || ascii_is_lower('\xe4')); /* Latin-1 */
    assert_true(ascii_upper('i') == 'I' && ascii_upper('1') == '1');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decimal_comma_changes_nothing),
        cmocka_unit_test(test_sources),
        cmocka_unit_test(test_ascii),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
