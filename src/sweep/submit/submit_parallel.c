/* GNU parallel: tasks over ssh on hosts that see the same folder under the same path. Each host works on one task at a
 * time, with all of its cores. GNU parallel runs in the foreground. */
#include "base/error.h"
#include "sweep/submit/submit.h"

static int check(const struct submission *s)
{
    if (!*s->value)
        return error("--parallel: which hosts? as node1,node2, or : for this machine");
    if (s->time || s->partition || s->cores)
        return error(
            "%s does not go with --parallel: a task has a whole host, for as long as it takes",
            s->cores  ? "--cores"
            : s->time ? "--time"
                      : "--partition");
    return 0;
}

/* Returns the usual number of tasks: two for each host. Two, so that a fast host can help a slow one; no more, because cores
 * are idle at the end of each task. */
static int usual(const struct submission *s)
{
    int hosts = 1;

    for (const char *at = s->value; *at; at++)
        hosts += *at == ',';
    return 2 * hosts;
}

static void add_functions(struct text *t, const struct submission *s)
{
    text_adds(t, "submit() {\n"
                 "    parallel --quote --jobs=1 --joblog=\"$logs/parallel.log\"");
    submit_option(t, "sshlogin", s->value);
    submit_words(t, s->option, s->options);
    text_adds(t, " \\\n        bash \"$own\" task {} ::: $(seq \"$tasks\")\n"
                 "    finish\n"
                 "}\n\n"
                 "task() {\n"
                 "    \"${share[@]}\" --shard=\"$1/$tasks\" >\"$logs/$1.log\" 2>&1\n"
                 "}\n");
}

const struct submit_system submit_parallel = {
    .flag = "--parallel",
    .value = "HOSTS",
    .program = "parallel",
    .advice = "install GNU parallel (Debian's package parallel)",
    .check = check,
    .usual = usual,
    .write = add_functions,
};
