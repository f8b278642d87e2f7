#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/sha256.h"
#include "base/system/file.h"
#include "base/system/process.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include "sweep/merge.h"
#include "sweep/runs/shard.h"
#include "sweep/runs/survey.h"
#include "sweep/submit/submit.h"
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The most queueing systems, and the number of the command's flags besides those of the systems. */
enum { SYSTEMS_MOST = 8, FLAGS = 9 };

/* What the user asks for. */
struct request {
    const struct experiment *e;
    int preset;
    const char
        *costs; /* a file with times of trials: that of --costs, or the merged file; NULL: none */
    bool print; /* print the script, submit nothing */
    const struct submit_system *system;
    struct submission submission;
};

/* The trials that are neither done nor failed. */
struct work {
    int trials;
    /* how long they take, one after the other; NaN: no trial like them has been timed */
    double seconds;
};

/* Sets the queueing system from the flags of the command line. Flag i is that of submit_systems[i]: value[i] is its
 * value, or given[i] is true when it has none. Exits after a message unless exactly one system is given. */
static void take_system(struct request *q, const char *const *value, const bool *given)
{
    struct text flags = {0};

    for (int i = 0; submit_systems[i]; i++) {
        text_add_item(&flags, ", ", "%s%s%s", submit_systems[i]->flag,
                      submit_systems[i]->value ? " " : "",
                      submit_systems[i]->value ? submit_systems[i]->value : "");
        if (!given[i] && !value[i])
            continue;
        if (q->system)
            die_usage("submit", "%s and %s exclude each other; give one", q->system->flag,
                      submit_systems[i]->flag);
        q->system = submit_systems[i];
        q->submission.value = value[i];
    }
    if (!q->system)
        die_usage("submit", "to which system? One of %s", text_str(&flags));
    text_clear(&flags);
}

/* Counts the trials of s that are neither done nor failed, and adds up their times. Returns 0, or -1 after a message. */
static int measure(struct work *w, struct sweep *s, const struct request *q)
{
    int unknown = q->costs ? shard_costs(s, q->costs) : 1;
    struct survey v;

    *w = (struct work){0};
    if (unknown < 0 || merge_mark(s, q->submission.root))
        return -1;
    survey_init(&v, s, q->submission.root);
    for (int i = 0; i < s->trials; i++)
        if (v.state[i] == STATE_MISSING) {
            w->trials++;
            w->seconds += s->trial[i].cost;
        }
    survey_clear(&v);
    if (unknown)
        w->seconds = NAN;
    return 0;
}

/* Sets the number of tasks and the number of cores of a task, and prints what is to do. tasks: the value of --tasks; 0:
 * not given. threads: threads of a trial. Returns 0, or -1 after a message. */
static int divide(struct request *q, const struct work *w, int threads, int tasks)
{
    struct submission *m = &q->submission;
    int most = q->system->most ? q->system->most() : SHARDS_MOST, given = tasks;

    if (m->exclusive && tasks > 1)
        return error("%s times its trials, one at a time on one machine: leave out --tasks",
                     q->e->plan.name);
    if (m->cores && m->cores < threads)
        return error("--cores %d: the trials have threads=%d", m->cores, threads);
    if (tasks > most)
        return error("--tasks %d: the cluster takes at most %d tasks in an array (MaxArraySize)",
                     tasks, most);
    m->cores = m->cores ? m->cores : threads;
    if (m->exclusive)
        tasks = 1;
    else if (!tasks && q->system->usual)
        tasks = q->system->usual(m);
    else if (!tasks)
        tasks = submit_tasks(w->seconds, m->cores / threads, w->trials, most);
    m->tasks = tasks < w->trials ? tasks : w->trials;
    number_print(stderr, "%s: %d trial%s to do, ", q->e->plan.name, w->trials, plural(w->trials));
    if (isnan(w->seconds))
        number_print(stderr, "time unknown: none like them has been timed%s; ",
                     given ? "" : " (--tasks N sets the number of tasks)");
    else
        number_print(stderr, "about %.1f hours of one core; ", w->seconds / 3600);
    number_print(stderr, "%d task%s\n", m->tasks, plural(m->tasks));
    return 0;
}

/* Returns the name of the tasks' own copy of the file of costs at path, a new string. The name has the hash of the
 * content, so that a later submission with other costs makes another copy. Returns NULL after a message. */
static char *costs_name(const char *path)
{
    size_t size;
    char *data = file_read(path, &size, false), hex[65];

    if (!data)
        return NULL;
    sha256_hex(data, size, hex);
    free(data);
    return format_new("submit.%.12s.costs", hex);
}

/* Copies the file of costs for the tasks, because all of them must read the same costs, whenever they start. Returns 0,
 * or -1 after a message. */
static int copy_costs(const struct request *q)
{
    char *to = format_new("%s/%s", q->submission.results, q->submission.costs);
    size_t size;
    char *data = file_read(q->costs, &size, false);
    int bad = !data || file_write(to, data, size);

    free(data);
    free(to);
    return bad ? -1 : 0;
}

/* Writes the script and the files that it needs, and replaces this process by the script. Returns, with EXIT_FAILED,
 * only after a message. */
static int submit(const struct request *q, const struct sweep *s, const struct text *script)
{
    const struct submission *m = &q->submission;
    char *path = format_new("%s/" SUBMIT_SCRIPT, m->results);
    int bad = check_trials(s, m->root) || folder_make(m->results) || (m->costs && copy_costs(q)) ||
              file_write(path, script->s, script->length);

    if (!bad) {
        fflush(NULL);
        signal(SIGPIPE, SIG_DFL); /* this program ignores the signal, but a script relies on it */
        execlp("bash", "bash", path, "submit", (char *)NULL);
        error("cannot run bash %s: %s", path, strerror(errno));
    }
    free(path);
    return EXIT_FAILED;
}

/* Checks that the program of the queueing system is installed. Returns 0, or -1 after a message. */
static int find_program(const struct submit_system *system)
{
    char *command = format_new("command -v %s", system->program);
    struct text out = {0}, err = {0};
    int code = process_run(".", command, NULL, &out, &err);

    text_clear(&out);
    text_clear(&err);
    free(command);
    return code == 0 ? 0
                     : error("submit: no %s in PATH: %s; or print the script with -n",
                             system->program, system->advice);
}

/* Returns the absolute path of the folder at `path`, which may not exist yet: a new string. */
static char *absolute(const char *folder, const char *path)
{
    if (*path == '/')
        return xstrdup(path);
    return strcmp(path, ".") ? format_new("%s/%s", folder, path) : xstrdup(folder);
}

/* Makes the script for the trials of s, and prints it (--dry-run) or submits it. tasks: the value of --tasks; 0: not
 * given. Returns an exit code. */
static int print_or_submit(struct request *q, struct sweep *s, int tasks)
{
    struct submission *m = &q->submission;
    char *normlab = realpath("/proc/self/exe", NULL), *folder = realpath(".", NULL), *root,
         *merged = merge_path(m->root, s->name);
    struct text script = {0};
    struct work work;
    int code = EXIT_FAILED;

    if (!q->costs && file_exists(merged))
        q->costs = merged;
    if (!normlab || !folder)
        die("cannot find the program or the folder that it runs in: %s", strerror(errno));
    root = absolute(folder, m->root);
    m->normlab = normlab;
    m->folder = folder;
    m->results = sweep_folder(s, root);
    m->name = s->name;
    m->report = strcmp(s->name, q->e->plan.name) == 0;
    if (q->costs)
        m->costs = costs_name(q->costs);
    if ((q->costs && !m->costs) || measure(&work, s, q)) {
        code = EXIT_FAILED;
    } else if (work.trials == 0) {
        number_print(stderr,
                     s->trials == 1 ? "%s: its %d trial is done or failed: nothing to submit\n"
                                    : "%s: all %d trials are done or failed: nothing to submit\n",
                     q->e->plan.name, s->trials);
        code = EXIT_DONE;
    } else if (divide(q, &work, s->execution.threads, tasks)) {
        code = EXIT_USAGE;
    } else {
        submit_script(&script, q->system, m);
        if (q->print)
            code = fputs(text_str(&script), stdout) < 0 ? EXIT_FAILED : EXIT_DONE;
        else if (find_program(q->system) == 0)
            code = submit(q, s, &script);
    }
    text_clear(&script);
    free(merged);
    free((char *)m->costs);
    free((char *)m->results);
    free(root);
    free(folder);
    free(normlab);
    return code;
}

/* Sets flags[n], flags[n + 1], ... to the flags of the queueing systems. They write to value[i] or given[i]
 * (take_system()). */
static void add_system_flags(struct flag *flags, int n, const char **value, bool *given)
{
    for (int i = 0; submit_systems[i]; i++) {
        const struct submit_system *y = submit_systems[i];

        if (i == SYSTEMS_MOST)
            BUG("more than %d queueing systems", SYSTEMS_MOST);
        flags[n + i] = (struct flag){y->flag, NULL, y->value ? FLAG_TEXT : FLAG_BOOL,
                                     y->value ? (void *)&value[i] : (void *)&given[i]};
    }
}

static int run(int argc, char **argv)
{
    struct request q = {.submission = {.root = "."}};
    struct submission *m = &q.submission;
    const char *preset = NULL, *value[SYSTEMS_MOST] = {NULL};
    bool given[SYSTEMS_MOST] = {false};
    int tasks = 0, words, end = 1, code;
    struct flag flags[FLAGS + SYSTEMS_MOST + 1] = {
        {"--tasks", NULL, FLAG_COUNT, &tasks},  {"--cores", NULL, FLAG_INT, &m->cores},
        {"--time", NULL, FLAG_TEXT, &m->time},  {"--partition", NULL, FLAG_TEXT, &m->partition},
        {"--preset", NULL, FLAG_TEXT, &preset}, {"--seeds", NULL, FLAG_TEXT, &m->seeds},
        {"--costs", NULL, FLAG_TEXT, &q.costs}, {"--dry-run", "-n", FLAG_BOOL, &q.print},
        {"--out", NULL, FLAG_TEXT, &m->root},
    };
    struct experiment *e;
    struct sweep s;

    while (end < argc && strcmp(argv[end], "--"))
        end++;
    m->option = argv + (end < argc ? end + 1 : end);
    m->options = end < argc ? argc - end - 1 : 0;
    add_system_flags(flags, FLAGS, value, given);
    words = parse_arguments(end, argv, flags, 1, ANY_NUMBER, WHICH_EXPERIMENT);
    if (!*m->root)
        die_usage("submit", "--out: which folder? '.' is this one");
    take_system(&q, value, given);
    if (q.system->check(m))
        return EXIT_USAGE;
    q.e = e = find_experiment("submit", argv[1]);
    q.preset = preset ? find_preset("submit", e, preset) : plan_main(&e->plan);
    m->experiment = e->plan.typed;
    m->override = argv + 2;
    m->overrides = words - 1;
    m->preset = e->plan.preset[q.preset].name;
    m->exclusive = e->plan.exclusive;
    code = experiment_expand(&s, e, q.preset, m->override, m->overrides, m->seeds)
               ? EXIT_USAGE
               : print_or_submit(&q, &s, tasks);
    sweep_clear(&s);
    experiment_free(e);
    return code;
}

const struct command command_submit = {
    "submit",
    "run an experiment on a cluster: as an array of Slurm, over ssh hosts, or by HyperQueue",
    "usage: normlab submit EXPERIMENT [KEY=VALUE[,VALUE]...] --slurm [OPTION]... [-- SBATCH-OPTION...]\n"
    "       normlab submit EXPERIMENT ... --parallel HOSTS | --hq ...\n\n"
    "Writes DIR/results/EXPERIMENT/submit.sh and runs it. The script starts tasks, each of which trains a\n"
    "share of the trials (normlab run --shard). When all tasks have ended, a last step merges what has\n"
    "finished, draws the figures and writes the report, also when some tasks failed; it then says how\n"
    "many trials are missing, and ends with exit code 3. The same command again submits the missing\n"
    "trials. normlab status shows what runs where; docs/clusters.md has the whole story.\n\n"
    "With --slurm the tasks are an array job and the last step a job that depends on it. Two minutes\n"
    "before the time limit a task leaves checkpoints and puts itself into the queue again. With --parallel\n"
    "and --hq the command ends after the last step.\n\n"
    "  --slurm           a cluster with Slurm; options after -- go to sbatch, as -- --account=lab\n"
    "  --parallel HOSTS  GNU parallel over ssh, as node1,node2, which see this folder under its path\n"
    "  --hq              the workers of a HyperQueue server\n"
    "  --tasks N         number of tasks [as many as take ten minutes or more each, at most 100; with\n"
    "                    --parallel two for each host]\n"
    "  --cores N         cores of a task [threads of a trial: one]\n"
    "  --time T          Slurm's time limit of a task, as 2:00:00 [the partition's]\n"
    "  --partition P     Slurm's partition [the cluster's]\n"
    "  --preset NAME     smoke, demo, paper, or another that the experiment has [its last]\n"
    "  --seeds LIST      as 0-4 or 0,2,5-9\n"
    "  --costs FILE      a merged file with the times of such trials [DIR/results/EXPERIMENT.h5]\n"
    "  -n, --dry-run     print the script, submit nothing\n"
    "  --out DIR         folder for results/ and plots/, which all tasks see [.]\n\n"
    "example: normlab submit batch_size --seeds 5-9 --slurm --time 2:00:00 -n\n",
    run,
};
