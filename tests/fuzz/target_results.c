/*
 * Results with any texts and numbers, as a damaged or foreign file may have: what is printed of them is well-formed. The
 * first byte chooses what is done. Then come two lines, the experiment's name and its axes; and for each trial a line with
 * its configuration, one with its message, and some bytes for its values.
 */
#include "base/arena.h"
#include "base/list.h"
#include "fuzz.h"
#include "judge/compare/compare.h"
#include "store/description.h"
#include "store/export/export.h"
#include <stdlib.h>
#include <string.h>

enum { MOST_RECORDS = 3, POINTS = 1 };

/* ---- making results ---- */

static double value(struct fuzz_input *in)
{
    static const double special[] = {0, -0.0, 1e300, -1e-300, 0.1, 100, 1.0 / 0.0, 0.0 / 0.0};

    return special[fuzz_byte(in) % 8];
}

/* Adds a record, unless its configuration does not parse. */
static void add_record(struct results *r, struct fuzz_input *in)
{
    char *config = fuzz_line(in), *message = fuzz_line(in);
    struct record record = {.seed = r->records};

    if (config_parse(&record.config, config) == 0) {
        trial_result_init(&record.result, POINTS, 1);
        free(record.result.message);
        record.result.message = message;
        message = NULL;
        record.result.status = (enum trial_status)(fuzz_byte(in) % TRIAL_STATUSES);
        for (int m = 0; m < METRICS && in->left; m += 3)
            record.result.curve[m][POINTS] = value(in);
        record.result.seconds = value(in);
        memcpy(record.key, "0123456789abcdef", TRIAL_KEY);
        config_set(&record.origin, "host", record.result.message);
        r->record = xrealloc(r->record, (size_t)(r->records + 1) * sizeof record);
        r->record[r->records++] = record;
    } else {
        record_clear(&record);
    }
    free(config);
    free(message);
    fuzz_answer(fuzz_printed().errors ? -1 : 0); /* of config_parse() */
}

static void make(struct results *r, struct fuzz_input *in)
{
    char *axes;
    struct list names = {0}, unique = {0};

    r->experiment = fuzz_line(in);
    axes = fuzz_line(in);
    list_split(&names, axes, " ");
    for (int i = 0; i < names.count; i++)
        list_add_new(&unique, names.item[i]);
    list_clear(&names);
    r->axis = unique.item;
    r->axes = unique.count;
    config_set(&r->provenance, "command_line", axes);
    free(axes);
    while (in->left && r->records < MOST_RECORDS)
        add_record(r, in);
}

/* ---- what is printed ---- */

static void print_csv(const void *results)
{
    store_export(results, EXPORT_CSV);
}

static void print_json(const void *results)
{
    store_export(results, EXPORT_JSON);
}

static void print_comparison(const void *results)
{
    struct comparison c;

    compare_results(&c, results, results);
    compare_print_json(&c, "a.h5", "b.h5");
    comparison_clear(&c);
}

/* All lines have as many cells as the first. Trials have their key, and the name of the experiment. */
static void check_csv(const struct results *r)
{
    char *text = fuzz_stdout(print_csv, r), *experiment = fuzz_shown(r->experiment);
    struct list names = {0};
    const char *at = text;
    int lines = 0;

    fuzz_read_csv(&at, &names);
    for (; *at; lines++) {
        struct list cells = {0};

        fuzz_read_csv(&at, &cells);
        FUZZ_CHECK(cells.count == names.count);
        FUZZ_CHECK(strcmp(cells.item[0], experiment) == 0);
        FUZZ_CHECK(strcmp(cells.item[1], "0123456789abcdef") == 0);
        list_clear(&cells);
    }
    FUZZ_CHECK(lines == r->records * METRICS * (POINTS + 1));
    list_clear(&names);
    free(experiment);
    free(text);
}

static void check_json(char *text, int lines)
{
    const char *at = text;

    for (; *at; lines--) {
        fuzz_skip_json(&at);
        FUZZ_CHECK(*at++ == '\n');
    }
    FUZZ_CHECK(lines == 0);
    free(text);
}

static void check_words(const struct results *r)
{
    struct description d;

    description_init(&d, r);
    FUZZ_CHECK(d.lines > 0);
    for (int i = 0; i < d.lines; i++)
        FUZZ_CHECK(*d.line[i].name);
    description_clear(&d);
}

static void run(const char *data, size_t size)
{
    struct fuzz_input in = {data, size};
    unsigned what = fuzz_byte(&in);
    struct results r = {0};

    make(&r, &in);
    if (r.records && what % 4 == 1)
        check_json(fuzz_stdout(print_comparison, &r), 1);
    else if (r.records && what % 4 == 2)
        check_json(fuzz_stdout(print_json, &r), r.records * METRICS * (POINTS + 1));
    else if (r.records && what % 4 == 3)
        check_csv(&r);
    else if (r.records)
        check_words(&r);
    results_clear(&r);
}

const struct fuzz_target fuzz_results = {.name = "results", .most = 512, .run = run};
