/*
 * What comes from a cluster and goes to it: the text of --shard with the variables of queueing systems, the answer of
 * `scontrol show config`, sbatch's --time, and any text in the script of a submission. The lines are these texts.
 */
#include "fuzz.h"
#include "sweep/runs/shard.h"
/* submit_slurm.c has static functions that are tested here. */
#include "sweep/submit/submit_slurm.c"

static void check_shard(struct fuzz_input *in)
{
    static const char *const variables[] = {"SLURM_ARRAY_TASK_ID",  "SLURM_ARRAY_TASK_COUNT",
                                            "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_STEP",
                                            "SLURM_PROCID",         "SGE_TASK_ID",
                                            "SGE_TASK_LAST"};
    char *text = fuzz_line(in);
    struct shard s;

    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        char *value = fuzz_line(in);

        if (*value)
            setenv(variables[i], value, 1);
        else
            unsetenv(variables[i]);
        free(value);
    }
    if (fuzz_answer_about(shard_parse(&s, text), "--shard")) {
        FUZZ_CHECK(s.of >= 1 && s.of <= SHARDS_MOST && s.number >= 1 && s.number <= s.of);
        shard_clear(&s);
    }
    free(text);
}

/* Fails unless the script has the line "NAME=WORD" with a word that is the value. */
static void check_variable(const char *script, const char *name, const char *value)
{
    char *start = format_new("\n%s=", name);
    const char *at = strstr(script, start);
    struct text word = {0};

    FUZZ_CHECK(at);
    at += strlen(start);
    for (bool quoted = false; *at != '\n' || quoted; at++) {
        if (*at == '\\' && !quoted)
            text_addn(&word, at++, 1);
        else if (*at == '\'')
            quoted = !quoted;
        FUZZ_CHECK(*at);
        text_addn(&word, at, 1);
    }
    free(start);
    start = fuzz_read_word(text_str(&word));
    FUZZ_CHECK(strcmp(start, value) == 0);
    free(start);
    text_clear(&word);
}

static void check_script(const char *text, const char *time)
{
    char *words[] = {(char *)text};
    struct submission s = {
        .normlab = text,
        .folder = text,
        .results = text,
        .name = "name",
        .experiment = text,
        .override = words,
        .overrides = 1,
        .preset = text,
        .root = text,
        .tasks = 3,
        .cores = 2,
        .time = time,
        .partition = text,
        .value = text,
        .report = true,
    };

    fuzz_answer_about(submit_slurm.check(&s), "--time");
    for (int i = 0; submit_systems[i]; i++) {
        struct text out = {0};

        submit_script(&out, submit_systems[i], &s);
        check_variable(text_str(&out), "normlab", text);
        check_variable(text_str(&out), "folder", text);
        check_variable(text_str(&out), "results", text);
        text_clear(&out);
    }
}

static void run(const char *data, size_t size)
{
    struct fuzz_input in = {data, size};
    char *time, *text;
    int most;

    check_shard(&in);
    time = fuzz_line(&in);
    text = fuzz_line(&in);
    check_script(text, time);
    most = most_of(in.at);
    FUZZ_CHECK(most >= 1 && most <= 1000000);
    free(time);
    free(text);
}

const struct fuzz_target fuzz_cluster = {.name = "cluster", .most = 512, .run = run};
