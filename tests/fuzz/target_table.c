/* Cells of CSV: what is written is read back, with control characters as text. Lines of the input are cells. */
#include "base/formats/csv.h"
#include "base/list.h"
#include "base/number.h"
#include "fuzz.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void run(const char *data, size_t size)
{
    struct fuzz_input in = {data, size};
    struct text out = {0};
    struct list want = {0}, got = {0};
    const char *at;

    while (in.left && want.count < 64) {
        char *line = fuzz_line(&in), *shown;

        for (char *c = line; *c; c++) /* the input's lines have none */
            *c = *c == '\v' ? '\n' : *c;
        csv_text(&out, line);
        shown = fuzz_shown(line);
        list_add(&want, shown);
        free(shown);
        if (number_is(line)) {
            double v = number_parse(line, NULL);
            char number[32] = "";

            csv_number(&out, v);
            if (isfinite(v))
                format_double(number, v);
            list_add(&want, number);
        }
        free(line);
    }
    csv_text(&out, NULL);
    list_add(&want, "");
    csv_end(&out);
    at = text_str(&out);
    fuzz_read_csv(&at, &got);
    FUZZ_CHECK(!*at && got.count == want.count);
    for (int i = 0; i < got.count; i++)
        FUZZ_CHECK(strcmp(got.item[i], want.item[i]) == 0);
    list_clear(&want);
    list_clear(&got);
    text_clear(&out);
}

const struct fuzz_target fuzz_table = {.name = "table", .most = 512, .run = run};
