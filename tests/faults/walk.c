/*
 * Walks through the calls of normlab's commands: lets the first call of a kind fail, then the second, and so on to the last
 * (faults.c), and checks how each command ends. After every fault a command either ends with its usual exit code and all of
 * its output is there, equal; or it ends with exit code 1 to 4 after one message, and the same command without faults then
 * makes the output. No signal ends it, and none of its processes hangs.
 *
 *   walk NORMLAB LIBRARY FOLDER LOG [CASES [COMMAND [PART OF]]]
 *
 * CASES: the most numbers of calls for each command, kind and mode: the first half are the first calls, the others lie evenly
 * among the rest. Each case is a line in LOG; a case that is there is not run again. The exit code is 1 when a case is bad.
 * PART OF: only this part of the commands, 0 to OF - 1.
 */
#include "base/error.h"
#include "base/list.h"
#include "base/map.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include "base/text.h"
#include "store/hdf5/h5.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct command {
    const char *name, *role;
    int messages;
    const char *words, *check;
};

static const struct command commands[] = {
#define COMMAND(name, role, messages, words, check) {name, role, messages, words, check},
#include "commands.def"
#undef COMMAND
};

static const char *const kinds[] = {"malloc", "mmap",  "open",   "read",  "write", "short",
                                    "close",  "fsync", "rename", "mkdir", "fork",  "exec"};
static const char *const modes[] = {"once", "on"};

enum {
    COMMANDS = sizeof commands / sizeof *commands,
    KINDS = sizeof kinds / sizeof *kinds,
    MODES = 2
};
enum { LIMIT_S = 60 };
enum { MORE = 2 }; /* when all further calls fail, a command may say so of more files */

struct walk {
    const char *normlab, *library, *folder;
    FILE *log;
    struct map done; /* cases in the log */
    long cases;
    long *shared; /* see FAULTS_FILE in faults.c */
    int run, bad;
};

/* How a command ended. */
struct end {
    int code; /* 128 + signal; -1: it had to be killed */
    char *out, *err;
    long calls, failed;
};

/* ---- running ---- */

static char *path_in(const struct walk *w, const char *name)
{
    return format_new("%s/%s", w->folder, name);
}

static void set(const char *name, const char *format, ...)
{
    char value[4096];
    va_list args;

    va_start(args, format);
    vsnprintf(value, sizeof value, format, args);
    va_end(args);
    setenv(name, value, 1);
}

static void shell(const char *command)
{
    int status = system(command);

    if (status) {
        fprintf(stderr, "walk: exit status %d of: %s\n", status, command);
        exit(EXIT_FAILED);
    }
}

/* Runs argv in the folder `in` of the walk, with standard output and error to the files `out` and `err` of the walk. */
static int run(const struct walk *w, const char *in, char **argv)
{
    pid_t pid = fork();
    double start = clock_seconds();
    int status = 0;

    if (pid == 0) {
        char *folder = path_in(w, in), *out = path_in(w, "out"), *err = path_in(w, "err");

        setpgid(0, 0);
        if (chdir(folder))
            _exit(99);
        dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
        dup2(open(out, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666), STDOUT_FILENO);
        dup2(open(err, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_APPEND, 0666), STDERR_FILENO);
        execv(argv[0], argv);
        _exit(99);
    }
    for (long us = 200; waitpid(pid, &status, WNOHANG) == 0; us += us < 5000 ? us / 4 : 0) {
        if (clock_seconds() - start > LIMIT_S) {
            kill(-pid, SIGKILL);
            waitpid(pid, &status, 0);
            return -1;
        }
        usleep((useconds_t)us);
    }
    kill(-pid, SIGKILL); /* what it left behind */
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

static char *read_text(const struct walk *w, const char *name)
{
    char *path = path_in(w, name), *text = file_read(path, &(size_t){0}, true);

    free(path);
    return text ? text : format_new("%s", "");
}

/* Runs a command in the folder `in`; with kind, calls of this kind fail from number `at` on. */
static struct end run_command(struct walk *w, const struct command *c, const char *in,
                              const char *kind, const char *mode, long at)
{
    struct list words = {0};
    struct end end = {0};

    list_add(&words, w->normlab);
    list_split(&words, c->words, " ");
    array_add(words.item, words.count) = NULL;
    w->shared[0] = w->shared[1] = 0;
    if (kind) {
        set("LD_PRELOAD", "%s", w->library);
        set("FAULTS_KIND", "%s", kind);
        set("FAULTS_AT", "%ld", at);
        set("FAULTS_MODE", "%s", mode);
        set("FAULTS_ROLE", "%s", c->role);
    }
    end.code = run(w, in, words.item);
    unsetenv("LD_PRELOAD");
    end.out = read_text(w, "out");
    end.err = read_text(w, "err");
    end.calls = w->shared[0];
    end.failed = w->shared[1];
    list_clear(&words);
    return end;
}

static void end_clear(struct end *e)
{
    free(e->out);
    free(e->err);
}

/* True when the folder `tried` has what the command makes. */
static bool is_whole(const struct walk *w, const struct command *c)
{
    char shell[] = "/bin/sh", flag[] = "-c", *check = format_new("%s", c->check);
    char *argv[] = {shell, flag, check, NULL};
    int code = run(w, "tried", argv);

    free(check);
    return code == 0;
}

/* ---- judging ---- */

static int count(const char *text, const char *part)
{
    int n = 0;

    for (const char *at = text; (at = strstr(at, part)); at += strlen(part))
        n++;
    return n;
}

/* Makes the folder `tried` anew. */
static void prepare(const struct walk *w)
{
    char *command =
        format_new("cd '%s' && rm -rf tried && cp -r --reflink=auto made tried", w->folder);

    shell(command);
    free(command);
}

/* What became of a command after a fault. Returns NULL when that is good, else what is wrong. *how: what it did. */
static const char *judge(struct walk *w, const struct command *c, const struct end *want,
                         const struct end *got, const char *mode, const char **how)
{
    int messages = count(got->err, "normlab: error: "),
        most = c->messages + (strcmp(mode, "on") == 0 ? MORE : 0);
    struct end again;
    const char *wrong = NULL;

    *how = got->code == want->code ? "same" : "error";
    if (got->code < 0)
        return "hangs";
    if (got->code >= 128)
        return "ended by a signal";
    if (got->code == want->code)
        return (c->check ? is_whole(w, c) : strcmp(got->out, want->out) == 0) ? NULL : "not whole";
    if (messages == 0)
        return "says nothing";
    if (got->code > 4)
        return "another exit code";
    if (messages > most)
        return "too many messages";
    if (!c->check ||
        is_whole(w, c)) /* it may have failed after it made the files, as for standard output */
        return NULL;
    again = run_command(w, c, "tried", NULL, NULL, 0);
    if (again.code != want->code || !is_whole(w, c))
        wrong = "cannot be done again";
    end_clear(&again);
    return wrong;
}

static void note(struct walk *w, const char *name, const char *how, const char *wrong,
                 const struct end *got)
{
    const char *message = strstr(got->err, "normlab: ");

    fprintf(w->log, "%s\t%s\t%s\t%d\t%.*s\n", name, how, wrong ? wrong : "", got->code,
            message ? (int)strcspn(message, "\n") : 0, message ? message : "");
    fflush(w->log);
    w->run++;
    if (wrong) {
        w->bad++;
        printf("%s: %s, exit code %d: %s\n", name, wrong, got->code, got->err);
        fflush(stdout);
    }
}

/* Lets call number `at` fail. False when the command makes fewer calls. */
static bool try(struct walk *w, const struct command *c, const struct end *want, const char *kind,
                const char *mode, long at)
{
    char *name = format_new("%s\t%s\t%s\t%ld", c->name, kind, mode, at);
    const char *how, *wrong;
    struct end got;
    bool more = true;

    if (map_get(&w->done, name) < 0) {
        if (c->check)
            prepare(w);
        got = run_command(w, c, c->check ? "tried" : "made", kind, mode, at);
        more = got.failed > 0;
        if (more) {
            wrong = judge(w, c, want, &got, mode, &how);
            note(w, name, how, wrong, &got);
        }
        end_clear(&got);
    }
    free(name);
    return more;
}

/* ---- walking ---- */

static void walk_kind(struct walk *w, const struct command *c, const struct end *want,
                      const char *kind)
{
    struct end end;
    long calls, first = w->cases / 2, step;

    prepare(w);
    end = run_command(w, c, "tried", kind, "once", 0);
    calls = end.calls;
    end_clear(&end);
    step = calls > w->cases ? (calls - first + w->cases - first - 1) / (w->cases - first) : 1;
    printf("%s, %s: %ld calls\n", c->name, kind, calls);
    fflush(stdout);
    for (int m = 0; m < MODES; m++)
        for (long n = 1; n <= calls; n += n >= first ? step : 1)
            if (!try(w, c, want, kind, modes[m], n))
                break;
}

static void walk_command(struct walk *w, const struct command *c)
{
    struct end want;
    char *command = format_new("cd '%s' && rm -rf want && cp -r tried want", w->folder);

    prepare(w);
    want = run_command(w, c, "tried", NULL, NULL, 0);
    shell(command);
    if (want.code > 1) {
        fprintf(stderr, "walk: without faults, exit code %d: normlab %s\n%s", want.code, c->words,
                want.err);
        exit(EXIT_FAILED);
    }
    for (int k = 0; k < KINDS; k++)
        walk_kind(w, c, &want, kinds[k]);
    end_clear(&want);
    free(command);
}

/* Reads the cases that the log has, and opens it to add more. */
static void open_log(struct walk *w, const char *path)
{
    char *text = file_read(path, &(size_t){0}, true), *line = text;

    for (char *end; line && (end = strchr(line, '\n')); line = end + 1) {
        char *at = line;

        for (int tabs = 0; *at && tabs < 4; at++)
            tabs += *at == '\t';
        at[-1] = '\0';
        map_set(&w->done, line, 1);
    }
    free(text);
    w->log = fopen(path, "a");
    if (!w->log)
        die("cannot open %s", path);
}

/* ---- what the commands need ---- */

static const char experiment[] =
    "name: tiny\nversion: 1\ntitle: Two norms in a tiny net\nquestion: Do two norms end alike?\n"
    "axes: [norm]\npresets:\n  all:\n    about: generated data\n    seeds: 0\n"
    "    common: {net: mlp hidden=4, data: synthetic, train_count: 16, test_count: 8, epochs: 1, "
    "batch: 8, lr: 0.1, probe: moments}\n    blocks:\n      - {norm: [none, batchnorm]}\n"
    "claims:\n  - text: BatchNorm ends lower\n    source: a guess\n    expect: less\n"
    "    a: {norm: batchnorm}\n    b: {norm: none}\n    measure: test_error\n    margin: 1\n"
    "tables:\n  - {title: Test error, rows: norm, columns: norm, measure: test_error}\n"
    "figures:\n  - name: error\n    template: bars\n    title: Test error\n    series: norm\n"
    "    x: norm\n    x_label: norm\n    measure: test_error\n    y_label: test error in %\n";

static void write_new(const struct walk *w, const char *name, const void *data, size_t size)
{
    char *path = path_in(w, name);

    if (file_write(path, data, size))
        exit(EXIT_FAILED);
    free(path);
}

/* Writes n images of 28x28 and their labels as IDX files. */
static void write_images(const struct walk *w, const char *prefix, unsigned char n)
{
    unsigned char images[16 + 255 * 784] = {0, 0, 8, 3, 0, 0, 0, n, 0, 0, 0, 28, 0, 0, 0, 28},
                                    labels[8 + 255] = {0, 0, 8, 1, 0, 0, 0, n};
    char *name = format_new("made/tiny-%s-images-idx3-ubyte", prefix),
         *label = format_new("made/tiny-%s-labels-idx1-ubyte", prefix);

    for (int i = 0; i < n * 784; i++)
        images[16 + i] = (unsigned char)(i * i / 7 + i);
    for (int i = 0; i < n; i++)
        labels[8 + i] = (unsigned char)(i % 10);
    write_new(w, name, images, 16 + (size_t)n * 784);
    write_new(w, label, labels, 8 + (size_t)n);
    free(name);
    free(label);
}

static void write_input(const struct walk *w)
{
    char *path = path_in(w, "made/in.h5");
    double x[8 * 3];
    struct h5_array a = {H5_FLOAT32, 2, {8, 3}, x};
    struct h5_file *f = h5_create(path);

    for (int i = 0; i < 24; i++)
        x[i] = i * i % 11;
    if (!f || h5_write(f, "/x", &a, 0, NULL, NULL) || h5_publish(f))
        exit(EXIT_FAILED);
    free(path);
}

/* Makes the folder `made`: an experiment and its results, a data set, a trial and the input of apply. */
static void make(const struct walk *w)
{
    char *folder = path_in(w, "made"), *command;

    command = format_new("rm -rf '%s' && mkdir -p '%s'", w->folder, folder);
    shell(command);
    free(command);
    write_new(w, "made/tiny.yaml", experiment, strlen(experiment));
    write_images(w, "train", 30);
    write_images(w, "t10k", 20);
    write_input(w);
    command = format_new(
        "cd '%s' && '%s' run tiny.yaml -q >/dev/null && '%s' trial net=mlp data=synthetic train_count=16 "
        "test_count=8 epochs=1 batch=8 norm=none -q --file trial.h5",
        folder, w->normlab, w->normlab);
    shell(command);
    free(command);
    free(folder);
}

static void open_shared(struct walk *w)
{
    char *path = path_in(w, "shared");
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);

    w->shared = fd < 0 || ftruncate(fd, 4096)
                    ? MAP_FAILED
                    : mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (w->shared == MAP_FAILED)
        die("%s: %s", path, strerror(errno));
    set("FAULTS_FILE", "%s", path);
    free(path);
}

int main(int argc, char **argv)
{
    struct walk w = {0};
    int part = argc > 8 ? atoi(argv[7]) : 0, of = argc > 8 ? atoi(argv[8]) : 1;

    if (argc < 5)
        die("usage: walk NORMLAB LIBRARY FOLDER LOG [CASES [COMMAND|all [PART OF]]]");
    w.normlab = argv[1];
    w.library = argv[2];
    w.folder = argv[3];
    w.cases = argc > 5 ? atol(argv[5]) : 4;
    set("OPENBLAS_NUM_THREADS", "1"); /* else normlab starts itself again */
    set("OMP_NUM_THREADS", "1");
    set("NORMLAB", "%s", w.normlab);
    set("WANT", "%s/want", w.folder);
    set("NORMLAB_CACHE", "%s/tried/cache", w.folder);
    make(&w);
    open_log(&w, argv[4]);
    open_shared(&w);
    for (int i = 0; i < COMMANDS; i++)
        if (i % of == part &&
            (argc < 7 || !strcmp(argv[6], "all") || !strcmp(argv[6], commands[i].name)))
            walk_command(&w, &commands[i]);
    printf("%d cases, %d bad\n", w.run, w.bad);
    return w.bad ? EXIT_FAILED : EXIT_DONE;
}
