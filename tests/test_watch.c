/* What can be seen of a sweep while it runs: the curves that workers write, the page of `normlab watch` as text, as plain
 * lines, in a terminal and in a browser. */
#include "base/arena.h"
#include "base/system/file.h"
#include "child.h"
#include "sweep/runs/live_curve.h"
#include "sweeps.h"
#include <arpa/inet.h>
#include <errno.h>
#include <math.h>
#include <netinet/in.h>
#include <poll.h>
#include <pty.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- the curves of a running trial ---- */

/* A result of ten epochs, measured twice in each. */
static void make_result(struct trial_result *r)
{
    trial_result_init(r, 20, 2);
    for (int p = 0; p <= 20; p++)
        r->curve[METRIC_test_error][p] = 90 - 4 * p;
    r->curve[METRIC_train_loss][1] = 2.5;
}

/* Writes the points up to `point` for the trial with the key, as a worker that began five seconds ago. */
static void write_curve(struct curve_writer *w, const char *folder, const char *key,
                        const struct trial_result *r, int point)
{
    char *path = format_new("%s/%s.h5", folder, key);
    struct config config = {0};

    config_set(&config, "norm", "none");
    curve_writer_init(w, path);
    w->last_s -= 5;
    curve_writer_add(w, &config, r, point);
    config_clear(&config);
    free(path);
}

#define KEY "0123456789abcdef"

static bool read_curve(struct live_curve *c, const char *folder, const char *key)
{
    struct list names = {0};
    bool there;

    live_curve_list(&names, folder);
    there = live_curve_read(c, folder, &names, key);
    list_clear(&names);
    return there;
}

static void test_curve(void **state)
{
    const char *folder = test_folder();
    struct config config = {0};
    struct trial_result r;
    struct curve_writer w;
    struct live_curve c;

    (void)state;
    make_result(&r);
    write_curve(&w, folder, KEY, &r, 3);
    curve_writer_add(&w, &config, &r, 4); /* within the same second */
    assert_true(read_curve(&c, folder, KEY));
    assert_string_equal(config_get(&c.config, "norm"), "none");
    assert_int_equal(c.last, 20);
    assert_int_equal(c.evals_per_epoch, 2);
    assert_int_equal(c.points, 4);
    for (int p = 0; p < 4; p++)
        assert_true(c.value[METRIC_test_error][p] == 90 - 4 * p);
    assert_true(c.value[METRIC_train_loss][1] == 2.5 && isnan(c.value[METRIC_train_loss][0]));
    live_curve_clear(&c);
    w.last_s -= 5;
    curve_writer_add(&w, &config, &r, 6); /* with what was left out */
    assert_true(read_curve(&c, folder, KEY));
    assert_int_equal(c.points, 7);
    live_curve_clear(&c);
    /* another machine has swept the folder */
    unlink(w.path);
    w.last_s -= 5;
    curve_writer_add(&w, &config, &r, 7);
    assert_true(read_curve(&c, folder, KEY));
    assert_int_equal(c.points, 8);
    live_curve_clear(&c);
    curve_writer_end(&w);
    assert_false(read_curve(&c, folder, KEY));
    live_curve_clear(&c);
    assert_int_equal(count_named(".", "*.curve*"), 0);
    trial_result_clear(&r);
}

/* A short trial writes nothing, and neither does one in a folder that it may not write to. */
static void test_no_curve(void **state)
{
    struct config config = {0};
    struct trial_result r;
    struct curve_writer w;

    (void)state;
    make_result(&r);
    curve_writer_init(&w, "/proc/" KEY ".h5");
    curve_writer_add(&w, &config, &r, 3);
    assert_null(w.path);
    assert_false(w.failed);
    w.last_s -= 5;
    curve_writer_add(&w, &config, &r, 3);
    assert_true(w.failed);
    curve_writer_end(&w);
    trial_result_clear(&r);
}

/* A line that is being written does not count; a file that is none is not read; what a killed worker left is swept. */
static void test_damaged_curves(void **state)
{
    static const char *const damaged[] = {
        "",
        "normlab curve 1 20 2\n",
        "normlab curve 1 0 0\nnorm=none\npoint,test_error\n0,1\n",
        "normlab curve 2 20 2\nnorm=none\npoint,test_error\n0,1\n",
        "normlab curve 1 20 2\nnorm\npoint,test_error\n0,1\n",
        "normlab curve 1 20 2\nnorm=none\npoint,test_error,test_loss\n\n\n\n",
    };
    char *suffix = suffix_of_ended(),
         *path = format_new("%s/" KEY ".curve%s", test_folder(), suffix);
    const char *good =
        "normlab curve 1 20 2\nnorm=none\npoint,test_error,other\n0,90,1\n1,80,1\n2,7";
    struct live_curve c;

    (void)state;
    assert_int_equal(file_write(path, good, strlen(good)), 0);
    assert_true(read_curve(&c, test_folder(), KEY));
    assert_int_equal(c.points, 2);
    assert_true(c.value[METRIC_test_error][1] == 80);
    live_curve_clear(&c);
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        assert_int_equal(file_write(path, damaged[i], strlen(damaged[i])), 0);
        if (read_curve(&c, test_folder(), KEY))
            fail_msg("read: %s", damaged[i]);
        live_curve_clear(&c);
    }
    assert_true(file_exists(path));
    folder_sweep(test_folder());
    assert_false(file_exists(path));
    free(path);
    free(suffix);
}

/* ---- the page ---- */

/* A sweep of four trials in the folder `page`, of which one runs on another machine and three have finished. */
struct page {
    char *folder; /* of the trial files */
    char *key;    /* of the trial that runs */
    struct curve_writer writer;
};

static int make_page(void **state)
{
    static struct page p;
    static const char holder[] = "host=node1 machine=other/pid:[1] pid=42 start=5 "
                                 "since=2026-01-01T00:00:00Z note=\"epoch 3 of 10\"\n";
    struct trial_result r;
    struct sweep s;
    char *lease, *trial;

    if (run_in_folder("page", "\"$NORMLAB\" run " SMALL_SWEEP " -q --shard 1/1", NULL, NULL))
        return -1;
    small_sweep(&s);
    p.folder = test_path("page/" SWEEP_FOLDER);
    p.key = xstrdup(s.trial[1].key);
    lease = format_new("%s/%s.lease", p.folder, p.key);
    trial = format_new("%s/%s.h5", p.folder, p.key);
    unlink(trial);
    file_write(lease, holder, strlen(holder));
    make_result(&r);
    write_curve(&p.writer, p.folder, p.key, &r, 10);
    trial_result_clear(&r);
    sweep_clear(&s);
    free(lease);
    free(trial);
    *state = &p;
    return 0;
}

static int remove_page(void **state)
{
    struct page *p = *state;

    curve_writer_end(&p->writer);
    free(p->folder);
    free(p->key);
    return 0;
}

static void test_once(void **state)
{
    static const char *const lines[] = {
        "batch_size, preset smoke: 3 of 4 trials done, 1 running",
        "\n  panel=mlp net=mlp norm=none batch=2 seed=1, on node1, epoch 3 of 10, since 2026-",
        "\ntest_error in % of panel=mlp ",
        ", which runs\n       90 |*.",
        "\n       50 | ",
        "\n           0 ",
        " epoch 10\n",
        "Test error, mlp: test_error in % by norm and batch;",
        "\n3 trials: 3 done, 0 diverged, 0 refused at set-up",
    };
    char *out;

    (void)state;
    assert_int_equal(run_in_folder("page", "\"$NORMLAB\" watch " SMALL_SWEEP " --once", &out, NULL),
                     0);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (!strstr(out, lines[i]))
            fail_msg("the page lacks '%s':\n%s", lines[i], out);
    free(out);
}

/* Without an experiment it shows the one of which a trial has begun last; with --trial another curve. */
static void test_newest(void **state)
{
    struct sweep s;
    char *out, *command;

    (void)state;
    small_sweep(&s);
    command =
        format_new("mkdir -p results/init results/nosuch && touch -d 2020-01-01 results/init && "
                   "\"$NORMLAB\" watch --once --trial %s",
                   s.trial[3].key);
    assert_int_equal(run_in_folder("page", command, &out, NULL), 0);
    assert_holds(out, "batch_size, preset smoke: 3 of ");
    assert_holds(out, "norm=batchnorm batch=2 seed=1, which has finished\n");
    free(out);
    /* with words that leave out the trial that runs, the page says that there is one, and shows its curve all the same */
    assert_int_equal(run_in_folder("page",
                                   "\"$NORMLAB\" watch batch_size panel=mlp norm=batchnorm "
                                   "--preset smoke --once",
                                   &out, NULL),
                     0);
    assert_holds(out, "\n1 trial of other settings runs here: to see it, give ");
    assert_holds(out, "norm=none ");
    assert_holds(out, ", which runs\n       90 |*.");
    free(out);
    free(command);
    sweep_clear(&s);
    assert_command_refused("nothing", "",
                           &(struct refusal){"\"$NORMLAB\" watch", 1, "./results has no results"});
    assert_command_refused("page", "",
                           &(struct refusal){"\"$NORMLAB\" watch --port 65536", 2, "1 to 65535"});
    assert_command_refused(
        "page", "", &(struct refusal){"\"$NORMLAB\" watch --port 8000 --once", 2, "neither"});
}

/* A pipe gets a line, and no more while nothing changes; the command ends when no trial is to do. */
static void test_plain_lines(void **state)
{
    char *out;

    (void)state;
    assert_int_equal(
        run_in_folder("page", "timeout 2.2 \"$NORMLAB\" watch " SMALL_SWEEP, &out, NULL), 124);
    assert_true(text_starts_with(out, "batch_size, preset smoke: 3 of 4 trials done, 1 running"));
    assert_ptr_equal(strchr(out, '\n'), out + strlen(out) - 1);
    free(out);
    assert_int_equal(run_in_folder("page",
                                   "timeout 2.5 \"$NORMLAB\" watch batch_size panel=mlp batch=2 "
                                   "norm=batchnorm --preset smoke",
                                   &out, NULL),
                     0);
    assert_string_equal(out, "batch_size, preset smoke: 2 of 2 trials done, 0 running\n");
    free(out);
}

/* ---- a terminal ---- */

/* Adds what comes out of the terminal until it holds `part`, or nothing came for so long. */
static void read_until(int master, struct text *out, const char *part)
{
    struct pollfd p = {master, POLLIN, 0};
    char piece[4096];
    ssize_t n;

    while (!strstr(text_str(out), part) && poll(&p, 1, 10000) == 1) {
        n = read(master, piece, sizeof piece);
        if (n <= 0)
            return;
        text_addn(out, piece, (size_t)n);
    }
}

static void test_terminal(void **state)
{
    struct winsize size = {.ws_col = 60, .ws_row = 20};
    char *folder = test_path("page");
    struct text out = {0};
    int master, status;
    pid_t pid;

    (void)state;
    pid = forkpty(&master, NULL, NULL, &size);
    if (pid == 0) {
        setenv("TERM", "xterm", 1);
        unsetenv("COLUMNS");
        unsetenv("LINES");
        if (chdir(folder) == 0)
            execlp("sh", "sh", "-c", "exec \"$NORMLAB\" watch " SMALL_SWEEP, (char *)NULL);
        _exit(99);
    }
    read_until(master, &out, "Ctrl-C ends this");
    assert_true(text_starts_with(out.s, "\033[?1049h\033[?25l\033[H"));
    assert_holds(out.s, "3 of 4 trials done, 1 running");
    for (const char *at = strchr(out.s, 'b'); (at = strstr(at, "\r\n")); at += 2)
        assert_true(strcspn(at + 2, "\033") <= 60);
    assert_int_equal(write(master, "\003", 1), 1); /* Ctrl-C */
    read_until(master, &out, "\033[?25h\033[?1049l");
    assert_holds(out.s, "\033[?25h\033[?1049l");
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    close(master);
    text_clear(&out);
    free(folder);
}

/* ---- a browser ---- */

static int loopback_socket(int port, struct sockaddr_in *at)
{
    *at = (struct sockaddr_in){.sin_family = AF_INET,
                               .sin_port = htons((uint16_t)port),
                               .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    return socket(AF_INET, SOCK_STREAM, 0);
}

static int free_port(void)
{
    struct sockaddr_in at;
    int fd = loopback_socket(0, &at);
    socklen_t size = sizeof at;

    assert_int_equal(bind(fd, (struct sockaddr *)&at, size), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &size), 0);
    close(fd);
    return ntohs(at.sin_port);
}

/* Sends a request and returns the whole answer, a new string. */
static char *ask(int port, const char *request)
{
    struct text answer = {0};
    struct sockaddr_in at;
    int fd = loopback_socket(port, &at);
    char piece[4096];
    ssize_t n;

    for (int i = 0; connect(fd, (struct sockaddr *)&at, sizeof at); i++) {
        if (i == 100)
            fail_msg("nobody listens on port %d", port);
        sleep_ms(50);
    }
    assert_int_equal(write(fd, request, strlen(request)), (ssize_t)strlen(request));
    while ((n = read(fd, piece, sizeof piece)) > 0)
        text_addn(&answer, piece, (size_t)n);
    close(fd);
    text_addn(&answer, "", 0);
    return answer.s;
}

static void test_browser(void **state)
{
    struct page *p = *state;
    static const struct {
        const char *request, *status;
    } cases[] = {
        {"GET / HTTP/1.1\r\nHost: evil.example:80\r\n\r\n", "HTTP/1.1 403 "},
        {"GET / HTTP/1.1\r\nhost: 127.0.0.1.evil.example\r\n\r\n", "HTTP/1.1 403 "},
        {"GET /etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 404 "},
        {"GET /../results HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 404 "},
        {"GET /?trial=<script> HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 404 "},
        {"POST / HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 405 "},
        {"GET / HTTP/1.1\r\nHost: localhost:8000\r\n\r\n", "HTTP/1.1 200 OK\r\n"},
    };
    const struct child how = {.folder = "page", .out = "url", .err = "err"};
    int port = free_port();
    char *number = format_new("%d", port), *local = format_new(" 0100007F:%04X ", port),
         *any = format_new(" 00000000:%04X ", port), *listed, *page;
    const char *const words[] = {
        getenv("NORMLAB"), "watch", "batch_size", "panel=mlp", "batch=2", "norm=none,batchnorm",
        "--preset",        "smoke", "--port",     number,      NULL};
    pid_t pid = child_start(&how, words);
    size_t size;

    page = ask(port, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    assert_true(
        text_starts_with(page, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"));
    assert_holds(page, "3 of 4 trials done, 1 running");
    assert_holds(page, "http-equiv=\"refresh\" content=\"2\"");
    assert_holds(page, p->key);
    assert_holds(page, "<td>epoch 3 of 10</td>");
    assert_holds(page, "<path d=\"M70.0 10.0L"); /* the curve, from its top at the left */
    assert_holds(page, "<h2>Test error, mlp</h2>");
    assert_holds(page, "<td>batchnorm</td><td>");
    assert_null(strstr(page, "<script"));
    assert_int_equal(strlen(strstr(page, "\r\n\r\n") + 4),
                     (size_t)atoi(strstr(page, "Content-Length: ") + strlen("Content-Length: ")));
    free(page);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *answer = ask(port, cases[i].request);

        if (!text_starts_with(answer, cases[i].status))
            fail_msg("%s: %.40s", cases[i].request, answer);
        free(answer);
    }
    /* nobody outside this machine can reach it */
    listed = file_read("/proc/net/tcp", &size, false);
    assert_non_null(strstr(listed, local));
    assert_null(strstr(listed, any));
    kill(pid, SIGINT);
    assert_int_equal(child_end(pid), CHILD_SIGNAL + SIGINT);
    page = child_printed(&how, "url");
    assert_holds(page, "http://127.0.0.1:");
    free(page);
    free(listed);
    free(local);
    free(any);
    free(number);
}

/* A port that is taken is an error that says what to do. */
static void test_port_is_taken(void **state)
{
    struct sockaddr_in at;
    int fd = loopback_socket(0, &at);
    socklen_t size = sizeof at;
    char *command;

    (void)state;
    assert_int_equal(bind(fd, (struct sockaddr *)&at, size), 0);
    assert_int_equal(listen(fd, 1), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &size), 0);
    command = format_new("\"$NORMLAB\" watch batch_size --port %d", ntohs(at.sin_port));
    assert_command_refused("page", "", &(struct refusal){command, 1, "choose another by --port"});
    close(fd);
    free(command);
}

int main(void)
{
    const struct CMUnitTest curves[] = {
        cmocka_unit_test(test_curve),
        cmocka_unit_test(test_no_curve),
        cmocka_unit_test(test_damaged_curves),
    };
    const struct CMUnitTest pages[] = {
        cmocka_unit_test(test_once),        cmocka_unit_test(test_newest),
        cmocka_unit_test(test_plain_lines), cmocka_unit_test(test_terminal),
        cmocka_unit_test(test_browser),     cmocka_unit_test(test_port_is_taken),
    };
    int failed = cmocka_run_group_tests_name("curves", curves, NULL, NULL);

    return failed + cmocka_run_group_tests_name("pages", pages, make_page, remove_page);
}
