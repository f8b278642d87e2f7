/*
 * Walks through the calls of normlab's commands: lets the first call of a kind fail, then the second, and so on to the last
 * (faults.c), and checks how each command ends. After every fault a command either ends with its usual exit code and all of
 * its output is there, equal; or it ends with another exit code, up to 4, after one message, and the same command without
 * faults then makes the output. No signal ends it, and none of its processes hangs.
 *
 *   walk NORMLAB LIBRARY FOLDER LOG short
 *   walk NORMLAB LIBRARY FOLDER LOG CASES [COMMAND|all [PART OF]]
 *
 * FOLDER is emptied. Each case becomes a line in LOG, and one that is there is not run again. The exit code is 1 when a case
 * is bad.
 *
 * short: two cases for each command, which NORMLAB_TEST_SEED [1] draws.
 * CASES: the most numbers of calls for each command, kind and mode: the first half are the first calls, the others lie evenly
 *        among the rest.
 * PART OF: only this part of the commands, 0 to OF - 1.
 */
#include "base/error.h"
#include "base/list.h"
#include "base/map.h"
#include "base/rng.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include "base/text.h"
#include "made.h"
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

static const char *const kinds[] = {
#define KIND(constant, name) name,
#include "kinds.def"
#undef KIND
};
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
    long cases;      /* 0: short */
    struct rng drawn;
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

/* The number of such calls that the command makes. */
static long count_calls(struct walk *w, const struct command *c, const char *kind)
{
    struct end end;
    long calls;

    prepare(w);
    end = run_command(w, c, "tried", kind, "once", 0);
    calls = end.calls;
    end_clear(&end);
    return calls;
}

/* Two cases: one of memory, and one of another kind. */
static void draw_cases(struct walk *w, const struct command *c, const struct end *want)
{
    for (int i = 0; i < 2; i++) {
        const char *kind = kinds[i ? 1 + rng_below(&w->drawn, KINDS - 1) : 0];
        long calls = count_calls(w, c, kind);

        if (calls > 0)
            try(w, c, want, kind, modes[rng_below(&w->drawn, MODES)],
                1 + (long)rng_below(&w->drawn, (uint32_t)calls));
    }
}

static void walk_kind(struct walk *w, const struct command *c, const struct end *want,
                      const char *kind)
{
    long calls = count_calls(w, c, kind), first = w->cases / 2, step;

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
    if (want.code && strcmp(c->name, "doctor")) { /* which fails where something is missing */
        fprintf(stderr, "walk: without faults, exit code %d: normlab %s\n%s", want.code, c->words,
                want.err);
        exit(EXIT_FAILED);
    }
    if (w->cases == 0)
        draw_cases(w, c, &want);
    for (int k = 0; k < KINDS && w->cases > 0; k++)
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

/* ---- the beginning ---- */

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
    const char *only = argc > 6 && strcmp(argv[6], "all") ? argv[6] : NULL,
               *seed = getenv("NORMLAB_TEST_SEED");
    int part = argc > 8 ? atoi(argv[7]) : 0, of = argc > 8 ? atoi(argv[8]) : 1;

    if (argc < 6)
        die("usage: walk NORMLAB LIBRARY FOLDER LOG short|CASES [COMMAND|all [PART OF]]");
    w.normlab = argv[1];
    w.library = argv[2];
    w.folder = argv[3];
    w.cases = strcmp(argv[5], "short") ? atol(argv[5]) : 0;
    w.drawn = rng_stream(seed ? strtoull(seed, NULL, 10) : 1, "faults");
    if (w.cases == 0)
        unlink(argv[4]);
    set("OPENBLAS_NUM_THREADS", "1"); /* else normlab starts itself again */
    set("OMP_NUM_THREADS", "1");
    set("NORMLAB", "%s", w.normlab);
    set("WANT", "%s/want", w.folder);
    set("NORMLAB_CACHE", "%s/tried/cache", w.folder);
    make_inputs(w.normlab, w.folder);
    open_log(&w, argv[4]);
    open_shared(&w);
    for (int i = 0; i < COMMANDS; i++)
        if (i % of == part && (!only || strcmp(only, commands[i].name) == 0))
            walk_command(&w, &commands[i]);
    printf("%d cases, %d bad\n", w.run, w.bad);
    return w.bad ? EXIT_FAILED : EXIT_DONE;
}
