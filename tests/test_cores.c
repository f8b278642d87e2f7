/* How many cores a process may use: affinity, cgroups of both versions, and what Slurm says. */
#include "base/system/cores.h"
#include "support.h"
#include <math.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Makes the file <test_folder>/NAME with this text, with its folders. */
static void put(const char *name, const char *text)
{
    char command[512];

    snprintf(command, sizeof command, "mkdir -p \"$(dirname '%s')\" && echo '%s' >'%s'", name, text,
             name);
    assert_int_equal(run_in_folder(".", command, NULL, NULL), 0);
}

static double cores_of(const char *membership, const char *mount)
{
    char *path = test_path(mount);
    double cores = cores_of_cgroups(membership, path);

    free(path);
    return cores;
}

/* The limits of a group hold for those inside it: the kernel's documentation, cgroup-v2.rst and sched-bwc.rst. */
static void test_version_2(void **state)
{
    (void)state;
    put("two/a/cpu.max", "150000 100000");
    put("two/a/b/cpu.max", "max 100000");
    put("two/a/b/c/cpu.max", "400000 100000");
    put("two/d/cpu.max", "max 100000");
    assert_true(cores_of("0::/a/b/c\n", "two") == 1.5);
    assert_true(cores_of("0::/a/b\n", "two") == 1.5);
    assert_true(isinf(cores_of("0::/d\n", "two")));
    assert_true(isinf(cores_of("0::/\n", "two")));
    assert_true(isinf(cores_of("0::/not/there\n", "two")));
    put("inside/cpu.max", "50000 100000"); /* a container sees its own group as the root */
    assert_true(cores_of("0::/\n", "inside") == 0.5);
}

static void test_version_1(void **state)
{
    static const char membership[] =
        "12:cpuset:/x\n4:cpu,cpuacct:/job/step\n1:name=systemd:/x\n0::/x\n";

    (void)state;
    put("one/cpu/job/cpu.cfs_quota_us", "300000");
    put("one/cpu/job/cpu.cfs_period_us", "100000");
    put("one/cpu/job/step/cpu.cfs_quota_us", "-1");
    put("one/cpu/job/step/cpu.cfs_period_us", "100000");
    put("one/cpu/x/cpu.cfs_quota_us",
        "100000"); /* of a group that the process is in for another controller */
    put("one/cpu/x/cpu.cfs_period_us", "100000");
    assert_true(cores_of(membership, "one") == 3);
    assert_true(isinf(cores_of("3:cpuset:/x\n", "one")));
    assert_true(isinf(cores_of("", "one")));
    assert_true(isinf(cores_of("nonsense\n4:cpu\n5:cpu:\n", "one")));
}

static void test_affinity_and_slurm(void **state)
{
    cpu_set_t all, one;
    int cores, first = 0;

    (void)state;
    unsetenv("SLURM_CPUS_PER_TASK");
    cores = cores_available();
    assert_true(cores >= 1 && cores <= sysconf(_SC_NPROCESSORS_CONF));
    setenv("SLURM_CPUS_PER_TASK", "1", 1);
    assert_int_equal(cores_available(), 1);
    setenv("SLURM_CPUS_PER_TASK", "4096", 1); /* never more than there are */
    assert_int_equal(cores_available(), cores);
    setenv("SLURM_CPUS_PER_TASK", "many", 1);
    assert_int_equal(cores_available(), cores);
    unsetenv("SLURM_CPUS_PER_TASK");
    assert_int_equal(sched_getaffinity(0, sizeof all, &all), 0);
    while (!CPU_ISSET(first, &all))
        first++;
    CPU_ZERO(&one);
    CPU_SET(first, &one);
    assert_int_equal(sched_setaffinity(0, sizeof one, &one), 0);
    assert_int_equal(cores_available(), 1);
    assert_int_equal(sched_setaffinity(0, sizeof all, &all), 0);
    if (cores == 1)
        skip_because("one core: nothing to tell apart");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_version_2),
        cmocka_unit_test(test_version_1),
        cmocka_unit_test(test_affinity_and_slurm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
