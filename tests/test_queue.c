/* The queue of a run among others: it looks at no more trials at once than it has time for. */
#include "base/system/file.h"
#include "base/text.h"
#include "sweep/runs/queue.h"
#include "sweeps.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Another run works on all trials but the last. A queue that has no time looks at one trial a call, and comes to the last
 * one in the end. */
static void test_goes_on_from_there(void **state)
{
    static const char text[] =
        "host=elsewhere machine=other/pid:[1] pid=1 start=5 since=2026 note=\"\"\n";
    char *root = test_path("there"), *folder = test_path("there/" SWEEP_FOLDER), *path;
    struct pool_options options = {.root = root, .jobs = 1, .quiet = true};
    struct lease lease;
    struct sweep s;
    struct queue q;

    (void)state;
    small_sweep(&s);
    assert_int_equal(folder_make(folder), 0);
    for (int i = 0; i < SMALL_TRIALS; i++) {
        path = sweep_path(&s, root, i, ".lease");
        assert_int_equal(file_write(path, text, sizeof text - 1), 0);
        free(path);
    }
    queue_fill(&q, &s, &options);
    path = sweep_path(&s, root, q.trial[SMALL_TRIALS - 1], ".lease");
    assert_int_equal(unlink(path), 0);
    free(path);
    q.thorough = true;
    q.call_s = 0;
    for (int i = 1; i < SMALL_TRIALS; i++) {
        assert_int_equal(queue_next(&q, &lease), -1);
        assert_int_equal(q.at, i);
        q.pause_until_s = 0;
    }
    assert_int_equal(queue_next(&q, &lease), q.trial[SMALL_TRIALS - 1]);
    lease_end(&q.leases, s.trial[q.trial[SMALL_TRIALS - 1]].key, &lease, false);
    queue_clear(&q);
    sweep_clear(&s);
    free(root);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_goes_on_from_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
