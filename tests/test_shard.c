/* Shares of a sweep: every trial in exactly one, nearly equal costs, and whom a task asks for its number. */
#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include "experiments/experiment.h"
#include "support.h"
#include "sweep/runs/shard.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void expand(struct sweep *s, int preset)
{
    assert_int_equal(experiment_expand(s, test_experiment("batch_size"), preset, NULL, 0, NULL), 0);
}

static struct sweep share_of(int preset, int number, int of, const char *costs)
{
    struct shard shard = {number, of, NULL};
    struct sweep s;

    expand(&s, preset);
    if (costs)
        assert_int_equal(shard_costs(&s, costs), 0);
    shard_keep(&s, &shard);
    return s;
}

/* The position of a key in the sweep; -1 when it is not there. */
static int position(const struct sweep *s, const char *key)
{
    for (int i = 0; i < s->trials; i++)
        if (strcmp(s->trial[i].key, key) == 0)
            return i;
    return -1;
}

static void test_each_trial_is_in_one_share(void **state)
{
    struct sweep all;

    (void)state;
    expand(&all, PRESET_PAPER);
    for (int of = 1; of <= 7; of++) {
        int *shares = xcalloc((size_t)all.trials, sizeof *shares);
        double dearest = 0, least = 1e300, most = 0;

        for (int i = 0; i < all.trials; i++)
            dearest = all.trial[i].cost > dearest ? all.trial[i].cost : dearest;
        for (int number = 1; number <= of; number++) {
            struct sweep s = share_of(PRESET_PAPER, number, of, NULL);
            double cost = 0;

            for (int i = 0; i < s.trials; i++) {
                int at = position(&all, s.trial[i].key);

                assert_true(at >= 0);
                assert_true(i == 0 ||
                            at > position(&all, s.trial[i - 1].key)); /* the order stays */
                shares[at]++;
                cost += s.trial[i].cost;
            }
            least = cost < least ? cost : least;
            most = cost > most ? cost : most;
            sweep_clear(&s);
        }
        for (int i = 0; i < all.trials; i++)
            assert_int_equal(shares[i], 1);
        /* Graham's bound: no share gets a trial while another has less. */
        assert_true(most - least <= dearest);
        free(shares);
    }
    sweep_clear(&all);
}

/* More shares than trials: some are empty. */
static void test_more_shares_than_trials(void **state)
{
    struct sweep all;
    int found = 0;

    (void)state;
    expand(&all, PRESET_SMOKE);
    for (int number = 1; number <= all.trials + 5; number++) {
        struct sweep s = share_of(PRESET_SMOKE, number, all.trials + 5, NULL);

        assert_true(s.trials <= 1);
        found += s.trials;
        sweep_clear(&s);
    }
    assert_int_equal(found, all.trials);
    sweep_clear(&all);
}

/* The times of the trials in the dearest of five shares, over the mean of the shares. */
static double imbalance(const struct results *r, const struct map *row, const char *costs)
{
    enum { SHARES = 5 };
    double most = 0, all = 0;

    for (int number = 1; number <= SHARES; number++) {
        struct sweep s = share_of(PRESET_PAPER, number, SHARES, costs);
        double seconds = 0;

        for (int i = 0; i < s.trials; i++) {
            int at = map_get(row, s.trial[i].key);

            assert_true(at >= 0);
            seconds += r->record[at].result.seconds;
        }
        most = seconds > most ? seconds : most;
        all += seconds;
        sweep_clear(&s);
    }
    return most / (all / SHARES);
}

/* Shares that are balanced by the times of the committed results take nearly the same time; without these times they take
 * less equal times, because the estimate is rough. */
static void test_costs_of_finished_trials(void **state)
{
    char *path = test_source("../results/batch_size.h5");
    struct map row = {0};
    struct results r;
    double without, with;

    (void)state;
    assert_int_equal(store_merged_read(path, &r), 0);
    for (int i = 0; i < r.records; i++)
        map_set(&row, r.record[i].key, i);
    without = imbalance(&r, &row, NULL);
    with = imbalance(&r, &row, path);
    print_message("the dearest of five shares: %.3f of the mean; by the estimate: %.3f\n", with,
                  without);
    assert_true(with < 1.05 && with < without);
    map_clear(&row);
    results_clear(&r);
    free(path);
}

/* ---- the task's number ---- */

static const char *const variables[] = {"HQ_TASK_ID",
                                        "SLURM_ARRAY_TASK_ID",
                                        "SLURM_ARRAY_TASK_COUNT",
                                        "SLURM_ARRAY_TASK_MIN",
                                        "SLURM_ARRAY_TASK_STEP",
                                        "SGE_TASK_ID",
                                        "SGE_TASK_FIRST",
                                        "SGE_TASK_LAST",
                                        "SGE_TASK_STEPSIZE",
                                        "PBS_ARRAY_INDEX",
                                        "OMPI_COMM_WORLD_RANK",
                                        "OMPI_COMM_WORLD_SIZE",
                                        "PMI_RANK",
                                        "PMI_SIZE",
                                        "SLURM_PROCID",
                                        "SLURM_NTASKS",
                                        "SLURM_STEP_NUM_TASKS"};

/* Sets the environment to "NAME=VALUE NAME=VALUE", and removes all other variables of queueing systems. */
static void set_environment(const char *text)
{
    char *copy = xstrdup(text), *rest = copy;

    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        unsetenv(variables[i]);
    for (char *pair; (pair = strtok_r(rest, " ", &rest));) {
        *strchr(pair, '=') = '\0';
        setenv(pair, pair + strlen(pair) + 1, 1);
    }
    free(copy);
}

static void test_tasks(void **state)
{
    static const struct {
        const char *environment, *text;
        int number, of;
        const char *from;
    } made[] = {
        {"", "3/10", 3, 10, NULL},
        {"SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_MIN=5 SLURM_ARRAY_TASK_COUNT=4", "auto", 3, 4,
         "SLURM_ARRAY_TASK_ID=7, SLURM_ARRAY_TASK_COUNT=4"},
        {"SLURM_ARRAY_TASK_ID=9 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_STEP=4 SLURM_ARRAY_TASK_COUNT=3",
         "auto", 3, 3, "SLURM_ARRAY_TASK_ID=9, SLURM_ARRAY_TASK_COUNT=3"},
        {"SLURM_PROCID=0 SLURM_NTASKS=4", "auto", 1, 4, "SLURM_PROCID=0, SLURM_NTASKS=4"},
        {"SLURM_PROCID=1 SLURM_NTASKS=4 SLURM_STEP_NUM_TASKS=2", "auto", 2, 2,
         "SLURM_PROCID=1, SLURM_STEP_NUM_TASKS=2"},
        {"SGE_TASK_ID=6 SGE_TASK_FIRST=2 SGE_TASK_LAST=10 SGE_TASK_STEPSIZE=2", "auto", 3, 5,
         "SGE_TASK_ID=6"},
        {"SGE_TASK_ID=undefined PMI_RANK=1 PMI_SIZE=2", "auto", 2, 2, "PMI_RANK=1, PMI_SIZE=2"},
        {"PBS_ARRAY_INDEX=3", "auto/3", 1, 3, "PBS_ARRAY_INDEX=3"},
        {"SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_MIN=5 SLURM_ARRAY_TASK_COUNT=4", "auto/4", 3, 4,
         "SLURM_ARRAY_TASK_ID=7"},
        {"HQ_TASK_ID=0", "auto/3", 1, 3, "HQ_TASK_ID=0"},
        {"HQ_TASK_ID=2 SLURM_ARRAY_TASK_ID=1", "auto/3", 3, 3, "HQ_TASK_ID=2"},
        {"OMPI_COMM_WORLD_RANK=3 OMPI_COMM_WORLD_SIZE=8 SLURM_PROCID=0 SLURM_NTASKS=8", "auto", 4,
         8, "OMPI_COMM_WORLD_RANK=3, OMPI_COMM_WORLD_SIZE=8"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        struct shard s;

        set_environment(made[i].environment);
        assert_int_equal(shard_parse(&s, made[i].text), 0);
        if (s.number != made[i].number || s.of != made[i].of)
            fail_msg("%s: share %d/%d, should be %d/%d", made[i].environment, s.number, s.of,
                     made[i].number, made[i].of);
        assert_true((s.from == NULL) == (made[i].from == NULL));
        if (s.from)
            assert_string_equal(s.from, made[i].from);
        shard_clear(&s);
    }
}

/* N numbers in a row are N shares, wherever they begin. */
static void test_numbers_in_a_row(void **state)
{
    (void)state;
    for (int first = 0; first < 7; first++) {
        bool seen[6] = {false};

        for (int i = 0; i < 5; i++) {
            char *environment = format_new("PBS_ARRAY_INDEX=%d", first + i);
            struct shard s;

            set_environment(environment);
            assert_int_equal(shard_parse(&s, "auto/5"), 0);
            assert_true(s.number >= 1 && s.number <= 5 && !seen[s.number]);
            seen[s.number] = true;
            shard_clear(&s);
            free(environment);
        }
    }
}

static void test_refused(void **state)
{
    static const struct {
        const char *environment, *text, *message;
    } made[] = {
        {"", "auto", "none of HQ_TASK_ID, SLURM_ARRAY_TASK_ID"},
        {"", "0/3", "--shard 0/3: should be I/N"},
        {"", "4/3", "--shard 4/3: should be I/N"},
        {"", "3", "should be I/N"},
        {"", "3/", "should be I/N"},
        {"", "1/2x", "should be I/N"},
        {"PBS_ARRAY_INDEX=3", "auto",
         "PBS does not tell how many tasks there are: write --shard auto/N"},
        {"HQ_TASK_ID=3", "auto", "write --shard auto/N"},
        {"SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_COUNT=3", "auto",
         "SLURM_ARRAY_TASK_ID=7 is not one of 3 tasks"},
        /* two tasks of an array from 1 to 10, again */
        {"SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_STEP=4 SLURM_ARRAY_TASK_COUNT=2",
         "auto/10",
         "SLURM_ARRAY_TASK_ID=3 is of an array of 2 tasks, so its share cannot be told; write it out, as --shard "
         "$SLURM_ARRAY_TASK_ID/10"},
        {"SGE_TASK_ID=3 SGE_TASK_FIRST=3 SGE_TASK_LAST=3", "auto/10", "of an array of 1 tasks"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        struct shard s;
        char *said;

        set_environment(made[i].environment);
        capture_stderr();
        assert_int_equal(shard_parse(&s, made[i].text), -1);
        said = captured_stderr();
        assert_holds(said, made[i].message);
        assert_ptr_equal(strchr(said, '\n'), said + strlen(said) - 1);
        free(said);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_trial_is_in_one_share),
        cmocka_unit_test(test_more_shares_than_trials),
        cmocka_unit_test(test_costs_of_finished_trials),
        cmocka_unit_test(test_tasks),
        cmocka_unit_test(test_numbers_in_a_row),
        cmocka_unit_test(test_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
