/* HyperQueue: an array of tasks for the workers of a running server (It4Innovations; hq 0.17). `hq submit --wait` stays
 * in the foreground until the tasks have ended. Tasks have the environment of the worker, not of the user. */
#include "base/error.h"
#include "sweep/submit/submit.h"

static int check(const struct submission *s)
{
    return s->time || s->partition
               ? error("--time and --partition go with --slurm; for hq: -- --time-limit=1h")
               : 0;
}

static void add_functions(struct text *t, const struct submission *s)
{
    text_adds(t, "submit() {\n"
                 "    hq submit --wait");
    submit_option(t, "name", s->name);
    text_adds(
        t,
        " --cwd=\"$folder\" --stdout=\"$logs/%{TASK_ID}.log\" --stderr=\"$logs/%{TASK_ID}.err\" --pin=taskset");
    submit_words(t, s->option, s->options);
    text_add(t,
             " \\\n        --array=\"1-$tasks\" --cpus=%d -- bash \"$own\" task ||\n"
             "        echo \"submit: some tasks failed; their logs are in $logs\" >&2\n"
             "    finish\n"
             "}\n\n"
             "task() {\n"
             "    \"${share[@]}\" --shard=\"$HQ_TASK_ID/$tasks\"\n"
             "}\n",
             s->cores);
}

const struct submit_system submit_hq = {
    .flag = "--hq",
    .program = "hq",
    .advice = "put HyperQueue's hq there and start a server: hq server start",
    .check = check,
    .write = add_functions,
};
