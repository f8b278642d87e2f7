/* Leases: one holder at a time, whoever tries at once; which leases are stale, by whatever clock; what is left behind. */
#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "child.h"
#include "support.h"
#include "sweep/runs/lease.h"
#include <fcntl.h>
#include <linux/capability.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define KEY "0123456789abcdef"

/* An empty folder of this name, a new string, with leases of that period in it. */
static char *open_folder(struct leases *l, const char *name, double period_s)
{
    char *path = test_path(name);

    assert_int_equal(folder_make(path), 0);
    leases_open(l, path);
    l->period_s = period_s;
    return path;
}

/* Writes a lease of a process on another machine, renewed age_s ago by the clock of this one. */
static void write_foreign(const char *folder, const char *name, double age_s)
{
    static const char text[] =
        "host=elsewhere machine=other/pid:[1] pid=1 start=5 since=2026-01-01T00:00:00Z note=\"epoch 3 of 10\"\n";
    char *path = format_new("%s/%s", folder, name);

    assert_int_equal(file_write(path, text, sizeof text - 1), 0);
    set_age(path, age_s);
    free(path);
}

static int count_files(const char *folder)
{
    char *command = format_new("ls -A '%s' | wc -l", folder), *out;
    int n;

    assert_int_equal(run_command(command, &out, NULL), 0);
    n = atoi(out);
    free(out);
    free(command);
    return n;
}

static void test_one_holder(void **state)
{
    struct leases a, b;
    char *folder = open_folder(&a, "one", 300);
    struct lease mine, other;
    struct holder h;

    (void)state;
    leases_open(&b, folder);
    assert_true(lease_take(&a, KEY, &mine, &h));
    assert_false(lease_take(&b, KEY, &other, &h));
    assert_int_equal(h.process.pid, getpid());
    assert_string_equal(h.process.host, a.self.host);
    assert_true(h.age_s > -5 && h.age_s < 5);
    assert_string_equal(h.note, "");
    lease_renew(&a, &mine, "epoch 2 of 5");
    assert_true(lease_read(&b, KEY, &h));
    assert_string_equal(h.note, "epoch 2 of 5");
    lease_renew(&a, &mine, "epoch 10 of 50");
    lease_renew(&a, &mine, "done");
    assert_true(lease_read(&b, KEY, &h));
    assert_string_equal(h.note, "done");
    assert_false(lease_is_stale(&b, &h));
    lease_end(&a, KEY, &mine, false);
    assert_false(lease_read(&b, KEY, &h));
    assert_true(lease_take(&b, KEY, &other, &h));
    lease_end(&b, KEY, &other, true);
    assert_int_equal(count_files(folder), 0);
    leases_close(&a);
    leases_close(&b);
    free(folder);
}

/* A foreign lease counts until it is one period old, by the clock of the file server. */
static void test_stale_by_age(void **state)
{
    struct leases l;
    char *folder = open_folder(&l, "age", 300);
    struct lease mine;
    struct holder h;

    (void)state;
    write_foreign(folder, KEY ".lease", 290);
    assert_false(lease_take(&l, KEY, &mine, &h));
    assert_string_equal(h.process.host, "elsewhere");
    assert_string_equal(h.note, "epoch 3 of 10");
    assert_string_equal(h.since, "2026-01-01T00:00:00Z");
    write_foreign(folder, KEY ".lease", 310);
    assert_true(lease_take(&l, KEY, &mine, &h));
    assert_int_equal(mine.number, 2);
    /* Now this process holds it, for others and for itself. */
    assert_true(lease_read(&l, KEY, &h));
    assert_int_equal(h.process.pid, getpid());
    lease_end(&l, KEY, &mine, false);
    /* The stale one is still there, and so is its staleness. */
    assert_int_equal(count_files(folder), 1);
    assert_true(lease_take(&l, KEY, &mine, &h));
    lease_end(&l, KEY, &mine, true);
    assert_int_equal(count_files(folder), 0);
    leases_close(&l);
    free(folder);
}

/* One look at the time stamp tells whether a lease of another machine still counts. */
static void test_fresh(void **state)
{
    struct leases l;
    char *folder = open_folder(&l, "fresh", 300);
    struct lease mine;
    struct holder h;

    (void)state;
    assert_false(lease_is_fresh(&l, KEY, 1));
    write_foreign(folder, KEY ".lease", 290);
    assert_true(lease_is_fresh(&l, KEY, 1));
    assert_false(lease_is_fresh(&l, KEY, 2));
    assert_false(lease_take(&l, KEY, &mine, &h));
    assert_int_equal(h.number, 1);
    assert_false(lease_is_near(&l, &h));
    write_foreign(folder, KEY ".lease", 310);
    write_foreign(folder, KEY ".lease.2", 10);
    assert_false(lease_is_fresh(&l, KEY, 1));
    assert_true(lease_is_fresh(&l, KEY, 2));
    assert_false(lease_take(&l, KEY, &mine, &h));
    assert_int_equal(h.number, 2);
    /* from the future: nobody knows how old it is */
    write_foreign(folder, KEY ".lease.2", -3600);
    assert_false(lease_is_fresh(&l, KEY, 2));
    assert_true(lease_read(&l, KEY, &h));
    assert_int_equal(h.number, 2);
    leases_close(&l);
    free(folder);
}

/* A lease from the future is that of a server whose clock was set back. It counts until it has not changed for one
 * period. */
static void test_from_the_future(void **state)
{
    struct leases l;
    char *folder = open_folder(&l, "future", 1);
    struct lease mine;
    struct holder h;

    (void)state;
    write_foreign(folder, KEY ".lease", -3600);
    assert_false(lease_take(&l, KEY, &mine, &h));
    sleep_ms(700);
    assert_false(lease_take(&l, KEY, &mine, &h));
    write_foreign(folder, KEY ".lease", -3601); /* renewed */
    sleep_ms(700);
    assert_false(lease_take(&l, KEY, &mine, &h));
    sleep_ms(700);
    assert_false(lease_take(&l, KEY, &mine, &h));
    sleep_ms(700);
    assert_true(lease_take(&l, KEY, &mine, &h));
    lease_end(&l, KEY, &mine, true);
    leases_close(&l);
    free(folder);
}

/* On its own machine, the lease of a process that has ended is free at once, also while nobody has waited for it, and also
 * when another process got its number. */
static void test_ended_process(void **state)
{
    struct leases l, child;
    char *folder = open_folder(&l, "ended", 300);
    struct lease mine;
    struct holder h;
    pid_t pid = fork();

    (void)state;
    if (pid == 0) {
        leases_open(&child, folder);
        _exit(lease_take(&child, KEY, &mine, &h) ? 0 : 1);
    }
    sleep_ms(300);
    assert_true(lease_read(&l, KEY, &h)); /* a zombie */
    assert_true(h.ended && lease_is_stale(&l, &h));
    assert_int_equal(waitpid(pid, NULL, 0), pid);
    assert_true(lease_take(&l, KEY, &mine, &h));
    assert_int_equal(mine.number, 2);
    lease_end(&l, KEY, &mine, true);
    /* The number of this process, but of one that started earlier. */
    l.self.start--;
    assert_true(lease_take(&l, KEY, &mine, &h));
    l.self.start++;
    assert_true(lease_read(&l, KEY, &h) && h.ended);
    /* The same number on another machine says nothing. */
    lease_end(&l, KEY, &mine, true);
    strcpy(l.self.machine, "another/pid:[1]");
    l.self.pid = (long)pid;
    assert_true(lease_take(&l, KEY, &mine, &h));
    assert_true(lease_read(&l, KEY, &h));
    assert_false(h.ended);
    lease_end(&l, KEY, &mine, true);
    leases_close(&l);
    free(folder);
}

/* Many processes try to take the same lease at the same moment: one gets it. */
static void take_at_once(const char *name, bool stale)
{
    enum { TAKERS = 8, ROUNDS = 20 };
    struct leases l;
    char *folder = open_folder(&l, name, 300);

    for (int round = 0; round < ROUNDS; round++) {
        char *key = format_new("%016d", round), *lease = format_new("%s.lease", key);
        int start[2], winners = 0;
        pid_t pid[TAKERS];

        if (stale)
            write_foreign(folder, lease, 1000);
        assert_int_equal(pipe(start), 0);
        for (int i = 0; i < TAKERS; i++) {
            pid[i] = fork();
            if (pid[i] == 0) {
                struct lease mine;
                struct holder h;
                struct leases own;
                char c;

                close(start[1]);
                leases_open(&own, folder);
                if (read(start[0], &c, 1) != 0)
                    _exit(2);
                if (!lease_take(&own, key, &mine, &h))
                    _exit(1);
                pause(); /* holds it until it is killed */
            }
        }
        close(start[0]);
        close(start[1]); /* they all start */
        sleep_ms(50);
        /* Those that did not get it end; the winner is the holder. */
        for (int i = 0; i < TAKERS; i++) {
            int status, looks = 0;
            struct holder h = {.age_s = 0};

            while (waitpid(pid[i], &status, WNOHANG) == 0 && looks++ < 400 &&
                   !(lease_read(&l, key, &h) && h.process.pid == pid[i]))
                sleep_ms(5);
            winners += h.process.pid == pid[i] || looks > 400;
        }
        assert_int_equal(winners, 1);
        for (int i = 0; i < TAKERS; i++) {
            kill(pid[i], SIGKILL);
            waitpid(pid[i], NULL, 0);
        }
        free(key);
        free(lease);
    }
    leases_close(&l);
    free(folder);
}

static void test_taken_at_once(void **state)
{
    (void)state;
    take_at_once("at_once", false);
}

static void test_taken_over_at_once(void **state)
{
    (void)state;
    take_at_once("over_at_once", true);
}

/* Leases of killed runs go when the trial has ended; live ones and those of trials to do stay. */
static void test_sweep(void **state)
{
    static const char *const ended[] = {"a.h5", "b.failed", "d.h5"};
    struct leases l;
    char *folder = open_folder(&l, "sweep", 300);
    struct holder h;

    (void)state;
    for (int i = 0; i < 3; i++) {
        char *path = format_new("%s/%s", folder, ended[i]);

        assert_int_equal(file_write(path, "", 0), 0);
        free(path);
    }
    write_foreign(folder, "a.lease", 1000);
    write_foreign(folder, "a.lease.2", 1000);
    write_foreign(folder, "b.lease", 1000);
    write_foreign(folder, "c.lease", 1000); /* to do */
    write_foreign(folder, "d.lease", 10);   /* live */
    write_foreign(folder, "e.h5.tmp.7.another.node", 310);
    write_foreign(folder, "f.state.tmp.7.another.node", 290); /* may still be written */
    leases_clean(&l);
    assert_int_equal(count_files(folder), 3 + 3);
    assert_true(lease_read(&l, "c", &h) && lease_read(&l, "d", &h));
    leases_close(&l);
    free(folder);
}

/* A folder in which nothing can be made: one warning, and the run goes on. */
static void test_no_leases(void **state)
{
    struct leases l;
    char *folder = open_folder(&l, "none", 300), *said;
    struct lease mine;
    struct holder h;

    (void)state;
    assert_int_equal(rmdir(folder), 0);
    capture_stderr();
    assert_true(lease_take(&l, KEY, &mine, &h));
    lease_renew(&l, &mine, "");
    lease_end(&l, KEY, &mine, true);
    assert_true(lease_take(&l, KEY, &mine, &h));
    said = captured_stderr();
    assert_holds(said, "takes no leases (No such file or directory)");
    assert_ptr_equal(strchr(said, '\n'), said + strlen(said) - 1);
    assert_true(fabs(leases_time(&l) - (double)time(NULL)) < 5);
    free(said);
    leases_close(&l);
    free(folder);
}

/* On a full disk a lease says nothing, but its holder renews it all the same. */
static void test_full_disk(void **state)
{
    struct leases l;
    char *folder = open_folder(&l, "full", 300), *path = format_new("%s/" KEY ".lease", folder);
    struct rlimit old, none;
    struct lease mine;
    struct holder h;
    bool taken;

    (void)state;
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &old);
    none = (struct rlimit){0, old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &none);
    taken = lease_take(&l, KEY, &mine, &h);
    set_age(path, 1000);
    lease_renew(&l, &mine, "epoch 1 of 2");
    setrlimit(RLIMIT_FSIZE, &old);
    assert_true(taken && lease_read(&l, KEY, &h));
    assert_string_equal(h.process.host, "");
    assert_false(lease_is_stale(&l, &h));
    lease_end(&l, KEY, &mine, true);
    leases_close(&l);
    free(folder);
    free(path);
}

/* Turns off, or on again, that root may read and write everything. For other users this does nothing. */
static void heed_modes(bool heed)
{
    static const unsigned powers = 1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH;
    struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct caps[2];

    assert_int_equal(syscall(SYS_capget, &head, caps), 0);
    caps[0].effective =
        heed ? caps[0].effective & ~powers : caps[0].effective | (caps[0].permitted & powers);
    assert_int_equal(syscall(SYS_capset, &head, caps), 0);
}

/* A lease that this user may not read, as that of another user, holds until it is old. */
static void test_unreadable(void **state)
{
    struct leases l;
    char *folder = open_folder(&l, "unreadable", 300),
         *path = format_new("%s/" KEY ".lease", folder);
    struct lease mine;
    struct holder h;
    bool fresh, old;

    (void)state;
    write_foreign(folder, KEY ".lease", 10);
    assert_int_equal(chmod(path, 0), 0);
    heed_modes(true);
    assert_int_equal(open(path, O_RDONLY), -1);
    fresh = lease_take(&l, KEY, &mine, &h);
    set_age(path, 310);
    old = lease_take(&l, KEY, &mine, &h);
    heed_modes(false);
    assert_false(fresh);
    assert_true(old);
    lease_end(&l, KEY, &mine, true);
    leases_close(&l);
    free(folder);
    free(path);
}

/* A lease that says nothing, or rubbish, holds until it is old. */
static void test_empty_and_damaged(void **state)
{
    static const char *const text[] = {"", "rubbish\n", "host=x", "host=x y=\"\n"};
    struct leases l;
    char *folder = open_folder(&l, "empty", 300), *path = format_new("%s/" KEY ".lease", folder);
    struct lease mine;
    struct holder h;

    (void)state;
    for (int i = 0; i < 4; i++) {
        assert_int_equal(file_write(path, text[i], strlen(text[i])), 0);
        assert_false(lease_take(&l, KEY, &mine, &h));
        assert_false(h.ended);
    }
    leases_close(&l);
    free(folder);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_holder),
        cmocka_unit_test(test_stale_by_age),
        cmocka_unit_test(test_fresh),
        cmocka_unit_test(test_from_the_future),
        cmocka_unit_test(test_ended_process),
        cmocka_unit_test(test_taken_at_once),
        cmocka_unit_test(test_taken_over_at_once),
        cmocka_unit_test(test_sweep),
        cmocka_unit_test(test_no_leases),
        cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_unreadable),
        cmocka_unit_test(test_empty_and_damaged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
