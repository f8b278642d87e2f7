/* Progress on standard error: on a terminal of any width, and as plain lines. */
#include "support.h"

#include "base/system/process.h"
#include "base/system/progress.h"
#include "base/text.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Standard error is a terminal of so many columns while show(p) runs. Returns what appears there, a new string. */
static char *on_terminal(int columns, void (*show)(struct progress *p))
{
    struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = 24};
    int master = posix_openpt(O_RDWR | O_NOCTTY), slave, before = dup(STDERR_FILENO);
    struct progress p;
    char *text = calloc(1, 4096);
    ssize_t n;

    assert_true(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
    slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    assert_true(slave >= 0 && ioctl(slave, TIOCSWINSZ, &size) == 0);
    setenv("TERM", "xterm", 1);
    unsetenv("COLUMNS");
    dup2(slave, STDERR_FILENO);
    progress_start(&p, "batch_size", 70, false);
    p.start_s -= 120; /* twelve of seventy took two minutes: the others take ten */
    show(&p);
    dup2(before, STDERR_FILENO);
    close(before);
    n = read(master, text, 4095);
    assert_true(n > 0);
    close(slave);
    close(master);
    return text;
}

static void show_twelve(struct progress *p)
{
    progress_show(p, 12, "12/70 trials, 1 failed", true);
}

/* The columns that a line takes, between "\r" and the sequence that clears what is right of it. */
static int columns_of(const char *line)
{
    const char *end = strstr(line, "\033[K");

    assert_true(*line == '\r' && end);
    return (int)(end - line - 1);
}

static void test_widths(void **state)
{
    (void)state;
    for (int columns = 20; columns <= 120; columns++) {
        char *line = on_terminal(columns, show_twelve);

        assert_true(text_starts_with(line, "\rETA 10 min"));
        assert_true(columns_of(line) < columns);
        if (columns == 80)
            assert_holds(line, "ETA 10 min  batch_size  17 %  12/70 trials, 1 failed  [####...");
        free(line);
    }
}

/* A terminal that does not tell its width has 80 columns; COLUMNS goes before what one tells. */
static void test_unknown_width(void **state)
{
    char *line = on_terminal(0, show_twelve);

    (void)state;
    assert_true(columns_of(line) < 80 && columns_of(line) > 60);
    free(line);
    unsetenv("COLUMNS");
    assert_int_equal(terminal_columns(open("/dev/null", O_WRONLY)), 0);
    setenv("COLUMNS", "64", 1);
    assert_int_equal(terminal_columns(STDOUT_FILENO), 64);
    setenv("COLUMNS", "64x", 1);
    assert_int_equal(terminal_columns(open("/dev/null", O_WRONLY)), 0);
    setenv("COLUMNS", "3", 1);
    assert_int_equal(terminal_columns(open("/dev/null", O_WRONLY)), 0);
    unsetenv("COLUMNS");
}

/* Where there is no terminal, a line appears when there are news, or after a minute. */
static void test_plain_lines(void **state)
{
    struct progress p;
    char *said;

    (void)state;
    capture_stderr();
    progress_start(&p, "sweep", 4, false);
    progress_show(&p, 0, "0/4 trials", true);
    progress_show(&p, 0, "0/4 trials", true);  /* nothing new */
    progress_show(&p, 1, "1/4 trials", false); /* too soon */
    p.last_s -= 11;
    progress_show(&p, 1, "1/4 trials", false);
    p.last_s -= 11;
    progress_show(&p, 1, "1/4 trials", false); /* nothing new for 11 seconds */
    p.last_s -= 50;
    progress_show(&p, 1, "1/4 trials", false); /* nothing for a minute */
    progress_show(&p, 4, "4/4 trials", true);
    said = captured_stderr();
    for (char *at = said; (at = strstr(at, "ETA ")); at += 4) /* times vary */
        memmove(at + 4, strstr(at, "  sweep"), strlen(strstr(at, "  sweep")) + 1);
    assert_string_equal(said, "ETA   sweep  0 %  0/4 trials\nETA   sweep  25 %  1/4 trials\n"
                              "ETA   sweep  25 %  1/4 trials\nETA   sweep  100 %  4/4 trials\n");
    free(said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_widths),
        cmocka_unit_test(test_unknown_width),
        cmocka_unit_test(test_plain_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
