#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/command.h"
#include "net/net.h"
#include "train/trial.h"
#include <math.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void die_usage(const char *command, const char *format, ...)
{
    char message[1024];
    va_list args;

    va_start(args, format);
    number_vformat(message, sizeof message, format, args);
    va_end(args);
    error("%s: %s (see normlab %s --help)", command, message, command);
    exit(EXIT_USAGE);
}

void die_unknown(const char *command, const char *what, const char *name, const char *const *known,
                 const char *hint)
{
    const char *nearest = text_nearest(name, known), *quote = *name == '-' ? "" : "'";

    if (nearest)
        die_usage(command, "unknown %s %s%s%s; did you mean %s%s%s?", what, quote, name, quote,
                  quote, nearest, quote);
    die_usage(command, "unknown %s %s%s%s%s", what, quote, name, quote, hint);
}

/* True when arg begins with the flag, in its long or short form. *value becomes the value that follows in the same
 * argument, behind '=' or behind the short form; NULL when there is none. */
static bool matches(const struct flag *f, const char *arg, const char **value)
{
    size_t n = strlen(f->name);

    *value = NULL;
    if (strncmp(arg, f->name, n) == 0 && (arg[n] == '\0' || arg[n] == '=')) {
        *value = arg[n] ? arg + n + 1 : NULL;
        return true;
    }
    if (f->brief && strncmp(arg, f->brief, 2) == 0 && (f->kind != FLAG_BOOL || !arg[2])) {
        *value = arg[2] ? arg + 2 : NULL;
        return true;
    }
    return false;
}

static void set_flag(const char *command, const struct flag *f, const char *value)
{
    static const double greatest[] = {
        [FLAG_INT] = 1024, [FLAG_COUNT] = 1 << 24, [FLAG_SECONDS] = 3600};
    bool whole = f->kind != FLAG_SECONDS;
    int least = whole ? 1 : 0;
    double v;

    if (f->kind == FLAG_BOOL) {
        *(bool *)f->target = true;
        return;
    }
    if (f->kind == FLAG_TEXT) {
        *(const char **)f->target = value;
        return;
    }
    v = number_is(value) ? number_parse(value, NULL) : NAN;
    if (!(v >= least && v <= greatest[f->kind]) || (whole && v != floor(v)))
        die_usage(command, "%s %s: should be a %snumber from %d to %.0f", f->name, value,
                  whole ? "whole " : "", least, greatest[f->kind]);
    if (whole)
        *(int *)f->target = (int)v;
    else
        *(double *)f->target = v;
}

static noreturn void die_unknown_flag(const char *command, const char *arg,
                                      const struct flag *flags)
{
    const char *names[32];
    char *name = xstrndup(arg, strcspn(arg, "="));
    int n = 0;

    for (; flags->name && n < 31; flags++)
        names[n++] = flags->name;
    names[n] = NULL;
    die_unknown(command, "option", name, names, "");
}

/* Returns the length of KEY in a word KEY=VALUE; 0 when the word does not have this form. */
static size_t key_length(const char *word)
{
    size_t n = strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789_");

    return word[n] == '=' ? n : 0;
}

/* Prints a usage error and exits when a word KEY=VALUE has the name of an option as its key, as preset=demo, and no trial
 * has such a key; or when two words have the same key. */
static void check_pairs(const char *command, char *const *word, int words, const struct flag *flags)
{
    for (int i = 0; i < words; i++) {
        size_t n = key_length(word[i]);
        char *key = xstrndup(word[i], n);

        for (const struct flag *f = flags; n && f->name; f++)
            if (strcmp(f->name + 2, key) == 0 && f->kind != FLAG_BOOL && !trial_option(key))
                die_usage(command, "%s is an option: write --%s", word[i], word[i]);
        for (int before = 0; n && before < i; before++)
            if (strncmp(word[before], word[i], n + 1) == 0)
                die_usage(command, "%s is given twice: %s and %s", key, word[before], word[i]);
        free(key);
    }
}

int parse_arguments(int argc, char **argv, const struct flag *flags, int least, int most,
                    const char *takes)
{
    unsigned long given = 0; /* a bit for each flag that takes a value */
    int words = 0;

    for (int i = 1; i < argc; i++) {
        const struct flag *f = flags;
        const char *value = NULL;

        if (argv[i][0] != '-' || argv[i][1] == '\0') {
            argv[++words] = argv[i];
            continue;
        }
        while (f->name && !matches(f, argv[i], &value))
            f++;
        if (!f->name)
            die_unknown_flag(argv[0], argv[i], flags);
        if (f->kind == FLAG_BOOL && value)
            die_usage(argv[0], "%s takes no value", f->name);
        if (f->kind != FLAG_BOOL && !value && !(value = argv[++i]))
            die_usage(argv[0], "%s needs a value", f->name);
        if (given & 1ul << (f - flags))
            die_usage(argv[0], "%s is given twice", f->name);
        if (f->kind != FLAG_BOOL)
            given |= 1ul << (f - flags);
        set_flag(argv[0], f, value);
    }
    if (words < least || words > most)
        die_usage(argv[0], "%s", takes);
    check_pairs(argv[0], argv + 1, words, flags);
    return words;
}

void parse_pairs(struct config *config, char *const *pair, int count)
{
    for (int i = 0; i < count; i++)
        if (config_parse_pair(config, pair[i]))
            exit(EXIT_USAGE);
}

void set_default_norm(struct config *config, const char *net)
{
    struct config tried = {0}, used = {0};
    const struct net_request q = {.text = net ? net : trial_option("net")->initial,
                                  .config = &tried};
    struct text plain = {0}, why = {0};

    if (config_get(config, "norm"))
        return;
    config_merge(&tried, config);
    config_set(&tried, "norm", "batchnorm");
    /* An error in the net is not reported here: the caller finds it, too. */
    if (net_expand(&q, &used, &plain, &why) == 0 && config_get(&used, "norm"))
        config_set(config, "norm", "batchnorm");
    text_clear(&plain);
    text_clear(&why);
    config_clear(&used);
    config_clear(&tried);
}

void parse_trial(struct config *config, char *const *pair, int count)
{
    struct config complete = {0};
    struct text why = {0};

    parse_pairs(config, pair, count);
    set_default_norm(config, config_get(config, "net"));
    if (trial_complete(config, &complete, &why)) {
        error("%s", text_str(&why));
        exit(EXIT_USAGE);
    }
    config_clear(&complete);
}

/* Handles a signal: ends the process. It calls only functions that are allowed in signal handlers. */
static void stop(int signal)
{
    static const char message[] = "normlab: error: stopped by a signal; what has finished is kept, "
                                  "and the same command continues from there\n";
    /* ends the line of a progress bar */
    ssize_t n = isatty(STDERR_FILENO) ? write(STDERR_FILENO, "\n", 1) : 0;

    n += write(STDERR_FILENO, message, sizeof message - 1);
    (void)n;
    _exit(signal == SIGUSR1 || signal == SIGUSR2 ? EXIT_STOPPED : 128 + signal);
}

void exit_on_signals(void)
{
    signal(SIGINT, stop);
    signal(SIGTERM, stop);
    signal(SIGUSR1, stop);
    signal(SIGUSR2, stop);
}
