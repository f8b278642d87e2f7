/* What commands print where the terminal is narrow: nothing is lost, and no line is wider. COLUMNS asks for a width. */
#include "support.h"

#include "base/list.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

static int run_smoke(void **state)
{
    (void)state;
    return run_in_folder(
        "smoke",
        "unset COLUMNS; \"$NORMLAB\" run batch_size panel=mlp batch=2,8 --preset smoke -q --no-plot >/dev/null && "
        "cp results/batch_size.generated.h5 a.h5",
        NULL, NULL);
}

/* What a command prints in so many columns, in a new string; columns 0: to a pipe, as a script reads it. */
static char *printed(const char *command, int columns)
{
    char *line = columns ? format_new("COLUMNS=%d \"$NORMLAB\" %s", columns, command)
                         : format_new("unset COLUMNS; \"$NORMLAB\" %s", command),
         *out;

    assert_int_equal(run_in_folder("smoke", line, &out, NULL), 0);
    free(line);
    return out;
}

/* The number of columns of a line. */
static int width_of(const char *line)
{
    int columns = 0;

    for (; *line; line++)
        columns += (*line & 0xC0) != 0x80;
    return columns;
}

/* The words of the wide text, in their order and nothing else, are in the narrow one, whose lines are not wider than
 * `columns`, except where a line is one word, or a command to be copied. */
static void assert_fits(const char *command, int columns)
{
    char *wide = printed(command, 0), *narrow = printed(command, columns);
    struct list want = {0}, got = {0}, line = {0};

    list_split(&want, wide, " \n");
    list_split(&got, narrow, " \n");
    for (int i = 0; i < want.count && i < got.count; i++)
        if (strcmp(want.item[i], got.item[i]))
            fail_msg("%s in %d columns: '%s' where '%s' should be", command, columns, got.item[i],
                     want.item[i]);
    assert_int_equal(got.count, want.count);
    list_split(&line, narrow, "\n");
    for (int i = 0; i < line.count; i++) {
        const char *text = line.item[i] + strspn(line.item[i], " ");

        if (width_of(line.item[i]) > columns && strchr(text, ' ') &&
            !text_starts_with(text, "normlab ") && !text_starts_with(text, "example: normlab "))
            fail_msg("%s in %d columns: '%s'", command, columns, line.item[i]);
    }
    list_clear(&want);
    list_clear(&got);
    list_clear(&line);
    free(wide);
    free(narrow);
}

static void test_words(void **state)
{
    static const char *const commands[] = {
        "list metrics",
        "list layers",
        "list experiments",
        "claims batch_size",
        "status batch_size --preset paper",
        "compare a.h5 a.h5",
        "summary \"mlp hidden=32-16\" norm=batchnorm",
        "--help",
        "help run",
        "plot --help",
    };

    (void)state;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        assert_fits(commands[i], 80);
        assert_fits(commands[i], 47);
    }
}

/* What follows a break stands below the text, and what goes on below a table's line below its columns. */
static void test_layout(void **state)
{
    char *out = printed("list metrics", 60);

    (void)state;
    assert_holds(out, "train_loss     nat    mean training loss over the steps,\n"
                      "                      before each update; with loss=mse,\n"
                      "                      losses are in squared units of the\n"
                      "                      target\n");
    free(out);
    out = printed("summary \"mlp hidden=32-16\" norm=batchnorm", 60);
    assert_holds(out, "layer                    type                   output      \n"
                      "     trainable non-trainable      bytes   FLOPs/sample\n");
    free(out);
}

/* JSON and CSV stay as they are, whatever the width. */
static void test_machines(void **state)
{
    static const char *const commands[] = {
        "list metrics --json",
        "list metrics --names",
        "claims batch_size --json",
        "export batch_size --preset smoke --csv",
        "run batch_size --preset smoke -n --json",
    };

    (void)state;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        char *wide = printed(commands[i], 0), *narrow = printed(commands[i], 40);

        assert_string_equal(wide, narrow);
        free(wide);
        free(narrow);
    }
}

/* The table of a trial's epochs: with less room between columns, then with what is left below. */
static void test_trial(void **state)
{
    static const char command[] = "trial data=synthetic norm=none net='mlp hidden=8' "
                                  "train_count=64 test_count=64 epochs=1 batch=16 val_fraction=0.5";
    char *out = printed(command, 80);

    (void)state;
    assert_holds(out, "  epoch train_loss train_error val_error test_loss test_error grad_norm "
                      "step_ms\n      0");
    free(out);
    out = printed(command, 50);
    assert_holds(out, "  epoch train_loss train_error val_error test_loss\n"
                      "        test_error grad_norm step_ms\n      0");
    free(out);
    out = printed(command, 0);
    assert_holds(out,
                 "  epoch  train_loss  train_error  val_error  test_loss  test_error  grad_norm  "
                 "step_ms\n");
    free(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_layout),
        cmocka_unit_test(test_machines),
        cmocka_unit_test(test_trial),
    };

    return cmocka_run_group_tests_name("terminal", tests, run_smoke, NULL);
}
