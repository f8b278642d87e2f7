/* Experiments: whatever loads has cells that parse, blocks that expand to trials, and measures and claims in words. */
#include "base/arena.h"
#include "experiments/experiment.h"
#include "fuzz.h"
#include "store/cell.h"
#include <stdlib.h>
#include <string.h>

enum { MOST_COMMAS = 14 }; /* a file with more may ask for millions of trials */

static void check_cells(const struct experiment *e)
{
    struct text words = {0};
    int count;
    struct cells *cells = experiment_cells(e, &count);

    for (int i = 0; i < count; i++) {
        for (int k = 0; k < 4 && cells[i].cell[k]; k++) {
            struct config cell = {0};

            cell_parse(cells[i].cell[k], &cell);
            config_clear(&cell);
        }
        FUZZ_CHECK(experiment_measure(e, i));
    }
    for (const struct claim *c = e->claims; c->id; c++) {
        claim_print(c, &words);
        if (c->kind != CLAIM_REFUSED)
            claim_print_comparison(c, &words);
    }
    for (const struct table_request *t = e->tables; t->title; t++)
        measure_print(&t->of, &words);
    for (const struct figure_request *f = e->figures; f->name; f++)
        measure_print(&f->of, &words);
    text_clear(&words);
    free(cells);
}

static void check_trials(const struct experiment *e)
{
    for (int i = 0; i < plan_presets(&e->plan); i++) {
        struct sweep s;

        if (fuzz_answer(experiment_expand(&s, e, i, NULL, 0, "0"))) {
            FUZZ_CHECK(s.trials > 0);
            sweep_clear(&s);
        }
    }
}

static int occurrences(const char *s, char c)
{
    int n = 0;

    for (; *s; s++)
        n += *s == c;
    return n;
}

static void run(const char *data, size_t size)
{
    struct experiment *e = experiment_parse("fuzz.yaml", data);

    (void)size;
    if (fuzz_answer_about(e ? 0 : -1, "fuzz.yaml")) {
        check_cells(e);
        if (occurrences(data, ',') + occurrences(data, '-') / 2 <= MOST_COMMAS)
            check_trials(e);
    }
    experiment_free(e);
}

const struct fuzz_target fuzz_yaml = {.name = "yaml", .most = 4096, .run = run};
