/* The commands of normlab: commands.def is the one list of them; each is a file in src/cli. */
#ifndef NORMLAB_CLI_COMMAND_H
#define NORMLAB_CLI_COMMAND_H

#include <stdbool.h>

struct command {
    const char *name, *summary;
    const char *help; /* what --help prints: usage, options, example */
    /* argv[0] is the command's name; returns the exit code. */
    int (*run)(int argc, char **argv);
};

#define COMMAND(name) extern const struct command command_##name;
#include "cli/commands.def"
#undef COMMAND

/* ---- arguments ---- */

enum flag_kind { FLAG_BOOL, FLAG_TEXT, FLAG_INT };

/* An option of a command: "--jobs" (and "-j"), whose value goes to target (bool, const char * or
 * int). */
struct flag {
    const char *name;  /* with its dashes */
    const char *brief; /* "-j" or NULL */
    enum flag_kind kind;
    void *target;
};

/* Takes the flags (table ends with a NULL name) out of argv; what remains are the words,
 * argv[1..n). Returns n, or -1 after one message (exit with EXIT_USAGE). Values follow as "--jobs
 * 4", "--jobs=4" or
 * "-j4". */
int parse_flags(int argc, char **argv, const struct flag *flags);

/* A usage error: one message with the command's name; returns EXIT_USAGE. */
int usage_error(const char *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The command line as one string, "normlab run ..." wherever the binary lies, quoted where a shell
 * would need it; a new string. */
char *command_line(int argc, char **argv);

/* The whole line of this process, for provenance. */
extern const char *whole_command_line;

struct experiment;

/* Loads the experiment of that name, or of that file (experiments/experiment.h). NULL after one message, which names the
 * nearest when there is no such experiment. experiment_free() frees. */
struct experiment *find_experiment(const char *command, const char *name);

/* Opens the results of the experiment of that name under root: of that preset, or (NULL) the main ones. 0 with *l and *e
 * filled (study_close() and then experiment_free() end them), or the exit code after one message. */
struct study;
int open_results(const char *command, const char *name, const char *root, const char *preset,
                 struct study *l, struct experiment **e);

/* Writes the summary of the trials shown (report/summary.h); where those are not the ones shown by default, that of
 * the latter, too. 0 or -1 after a message. */
int write_summaries(const struct study *shown, const struct experiment *e);

/* The preset's number (NULL: of the main one), or -1 after one message. */
int find_preset(const char *command, const struct experiment *e, const char *name);

#endif
