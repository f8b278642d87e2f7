/* base/system/file.h: files that appear whole or not at all, temporary files, and leftovers of processes that were killed. */
#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "child.h"
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Makes a file of one byte. */
static void touch(const char *path)
{
    int fd = file_make(path);

    assert_true(fd >= 0);
    assert_int_equal(file_put(fd, "x", 1), 0);
    close(fd);
}

static void test_path_name(void **state)
{
    (void)state;
    assert_string_equal(path_name("/folder/b.h5"), "b.h5");
    assert_string_equal(path_name("b.h5"), "b.h5");
    assert_string_equal(path_name("folder/"), "");
}

/* A write that fails leaves the older file as it was and no temporary one. */
static void test_file_whole_or_not(void **state)
{
    char *path = test_path("whole/file"), *folder = test_path("whole"), *message, *data;
    struct rlimit old, small;
    size_t size;
    static char large[100000];

    (void)state;
    assert_int_equal(folder_make(folder), 0);
    assert_int_equal(file_write(path, "old", 3), 0);
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &old);
    small = (struct rlimit){4096, old.rlim_max};
    capture_stderr();
    setrlimit(RLIMIT_FSIZE, &small);
    assert_int_equal(file_write(path, large, sizeof large), -1);
    setrlimit(RLIMIT_FSIZE, &old);
    message = captured_stderr();
    assert_non_null(strstr(message, "cannot write"));
    data = file_read(path, &size, false);
    assert_int_equal(size, 3);
    assert_string_equal(data, "old");
    assert_int_equal(run_in_folder("whole", "test \"$(ls -A)\" = file", NULL, NULL), 0);
    free(message);
    free(data);
    free(folder);
    free(path);
}

/* A file does not take the place of a device or a folder, nor a folder that of a file. */
static void test_file_in_the_way(void **state)
{
    char *folder = test_path("folder"), *file = test_path("plain"),
         *below = test_path("plain/below"), *message;

    (void)state;
    assert_int_equal(folder_make(folder), 0);
    assert_int_equal(file_write(file, "x", 1), 0);
    capture_stderr();
    assert_int_equal(file_write(folder, "x", 1), -1);
    assert_int_equal(folder_make(below), -1);
    message = captured_stderr();
    assert_non_null(strstr(message, "Is a directory"));
    assert_non_null(strstr(message, "is in the way"));
    free(message);
    free(folder);
    free(file);
    free(below);
}

/* Two temporary files for one path have different names. Their permissions follow the umask. */
static void test_new_file(void **state)
{
    char *path = test_path("new"), *first, *second;
    mode_t before = umask(027);
    struct stat st;
    int fd[2];

    (void)state;
    first = file_temporary(path, &fd[0]);
    umask(0);
    second = file_temporary(path, &fd[1]);
    umask(before);
    assert_true(first && second && strcmp(first, second));
    assert_int_equal(fstat(fd[0], &st), 0);
    assert_int_equal(st.st_mode, S_IFREG | 0640);
    assert_int_equal(fstat(fd[1], &st), 0);
    assert_int_equal(st.st_mode, S_IFREG | 0666);
    assert_int_equal(file_publish(second, path), 0);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode, S_IFREG | 0666);
    for (int i = 0; i < 2; i++)
        close(fd[i]);
    unlink(first);
    free(first);
    free(second);
    free(path);
}

/* file_make() opens no file that exists, and follows no link, not even to a file that does not exist yet. */
static void test_planted(void **state)
{
    char *victim = test_path("victim"), *link_path = test_path("link"),
         *nothing = test_path("nothing"), *dangling = test_path("dangling"), *data;
    size_t size;

    (void)state;
    touch(victim);
    assert_int_equal(symlink(victim, link_path), 0);
    assert_int_equal(symlink(nothing, dangling), 0);
    assert_int_equal(file_make(victim), -1);
    assert_int_equal(file_make(link_path), -1);
    assert_int_equal(file_make(dangling), -1);
    assert_false(file_exists(nothing));
    data = file_read(victim, &size, false);
    assert_string_equal(data, "x");
    free(data);
    free(victim);
    free(link_path);
    free(nothing);
    free(dangling);
}

/* ---- leftovers ---- */

/* The suffix with the field that begins at `start` replaced. */
static char *with_field(const char *suffix, const char *start, const char *value)
{
    size_t length = strcspn(start, "-.");

    return format_new("%.*s%s%s", (int)(start - suffix), suffix, value, start + length);
}

/* Temporary files of a process that has ended are removed, even when it is still a zombie, or when another process has its number by
 * now. Those of a process that runs are kept. */
static void test_folder_sweep(void **state)
{
    char *path = test_path("b.h5"), *own = file_suffix(), *ended = suffix_of_ended(), *of_zombie,
         *digits;
    const char *pid_at = own + strlen(".tmp."), *start_at = strchr(own, '-') + 1;
    pid_t zombie = fork();
    siginfo_t info;
    char *reused = with_field(own, start_at, "1");
    const struct {
        const char *suffix;
        bool stays;
    } cases[] = {{own, true}, {ended, false}, {reused, false}, {".tmp.999999", true}};
    char *file[4];

    (void)state;
    if (zombie == 0)
        _exit(0);
    waitid(P_PID, (id_t)zombie, &info, WEXITED | WNOWAIT);
    digits = format_new("%ld", (long)zombie);
    of_zombie = with_field(own, pid_at, digits);
    for (int i = 0; i < 4; i++) {
        file[i] = format_new("%s%s", path, cases[i].suffix);
        touch(file[i]);
    }
    free(digits);
    digits = format_new("%s%s", path, of_zombie);
    touch(digits);
    folder_sweep(test_folder());
    assert_false(file_exists(digits));
    for (int i = 0; i < 4; i++) {
        if (file_exists(file[i]) != cases[i].stays)
            fail_msg("%s %s", file[i], cases[i].stays ? "is gone" : "is still there");
        unlink(file[i]);
        free(file[i]);
    }
    waitpid(zombie, NULL, 0);
    free(of_zombie);
    free(digits);
    free(reused);
    free(own);
    free(ended);
    free(path);
}

/* A process with a number that has ended here may run in a container, or on a machine with the same name: its files are only
 * removed when they are a day old. So are those with the names of older versions of normlab. */
static void test_sweep_of_another_machine(void **state)
{
    static const char *const older[] = {".tmp.999999999.1a2b3c4d-4026531836.node",
                                        ".tmp.999999999.node"};
    char *path = test_path("c.h5"), *suffix = suffix_of_ended(), *boot = strchr(suffix, '.');
    char *file[3];

    (void)state;
    boot = strchr(strchr(boot + 1, '.') + 1, '.') + 1;
    boot[0] = boot[0] == '0' ? '1' : '0';
    for (int i = 0; i < 3; i++) {
        file[i] = format_new("%s%s", path, i == 2 ? suffix : older[i]);
        touch(file[i]);
    }
    folder_sweep(test_folder());
    for (int i = 0; i < 3; i++) {
        assert_true(file_exists(file[i]));
        set_age(file[i], 25 * 3600);
    }
    folder_sweep(test_folder());
    for (int i = 0; i < 3; i++) {
        assert_false(file_exists(file[i]));
        free(file[i]);
    }
    free(suffix);
    free(path);
}

/* Another user's files stay, and so does what is no plain file. */
static void test_not_ours(void **state)
{
    char *suffix = suffix_of_ended(), *theirs = format_new("%s/d.h5%s", test_folder(), suffix),
         *link_path = format_new("%s/e.h5%s", test_folder(), suffix);

    (void)state;
    touch(theirs);
    assert_int_equal(symlink("/nowhere", link_path), 0);
    if (chown(theirs, 65534, (gid_t)-1))
        skip_because("only root may give a file to another user");
    folder_sweep(test_folder());
    assert_true(file_exists(theirs));
    assert_int_equal(unlink(link_path), 0);
    assert_int_equal(chown(theirs, geteuid(), (gid_t)-1), 0);
    folder_sweep(test_folder());
    assert_false(file_exists(theirs));
    free(suffix);
    free(theirs);
    free(link_path);
}

/* Writing a file removes the leftovers of the same file, and of no other. */
static void test_file_sweep(void **state)
{
    char *suffix = suffix_of_ended(), *path = test_path("f"), *other = test_path("ff"),
         *left = format_new("%s%s", path, suffix), *stays = format_new("%s%s", other, suffix);

    (void)state;
    touch(left);
    touch(stays);
    assert_int_equal(file_write(path, "x", 1), 0);
    assert_false(file_exists(left));
    assert_true(file_exists(stays));
    free(suffix);
    free(path);
    free(other);
    free(left);
    free(stays);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_path_name),
        cmocka_unit_test(test_file_whole_or_not),
        cmocka_unit_test(test_file_in_the_way),
        cmocka_unit_test(test_new_file),
        cmocka_unit_test(test_planted),
        cmocka_unit_test(test_folder_sweep),
        cmocka_unit_test(test_sweep_of_another_machine),
        cmocka_unit_test(test_not_ours),
        cmocka_unit_test(test_file_sweep),
    };

    test_folder(); /* empties it, before a child would */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
