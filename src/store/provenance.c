/* Collects the provenance: by what program and on what machine a result was made. */
#include "base/real.h"
#include "base/system/clock.h"
#include "base/text.h"
#include "data/fetch/fetch.h"
#include "kernels/brgemm.h"
#include "kernels/kernels.h"
#include "source_commit.h"
#include "store/hdf5/h5.h"
#include "store/store.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <zlib.h>

#ifdef __clang__
#define COMPILER __VERSION__ /* contains the name "Clang" */
#else
#define COMPILER "gcc " __VERSION__
#endif

static void set_cpu(struct config *c)
{
    FILE *f = fopen("/proc/cpuinfo", "r");
    char line[512], *model = NULL;

    while (f && !model && fgets(line, sizeof line, f))
        if (text_starts_with(line, "model name") && (model = strchr(line, ':'))) {
            model += 1 + strspn(model + 1, " \t");
            model[strcspn(model, "\n")] = '\0';
        }
    config_set(c, "cpu", model ? model : "unknown");
    if (f)
        fclose(f);
}

static void set_system(struct config *c)
{
    struct utsname u;
    char *os;

    if (uname(&u))
        return;
    os = format_new("%s %s %s", u.sysname, u.release, u.machine);
    config_set(c, "host", u.nodename);
    config_set(c, "os", os);
    free(os);
}

const char *source_commit(void)
{
    return SOURCE_COMMIT;
}

const char *source_version(void)
{
    return NORMLAB_VERSION;
}

bool source_is_dirty(const char *commits)
{
    return commits && strstr(commits, "-dirty");
}

void provenance_collect(struct config *c, const char *command_line)
{
    const char *threads = getenv("OPENBLAS_NUM_THREADS");
    char now[32], blas[256], *schema = format_new("%d", STORE_SCHEMA);

    clock_iso(now);
    gemm_library(blas, sizeof blas);
    config_set(c, "schema", schema);
    free(schema);
    config_set(c, "normlab_version", source_version());
    config_set(c, "source_commit", SOURCE_COMMIT);
    config_set(c, "compiler", COMPILER);
    config_set(c, "compiler_flags", BUILD_FLAGS);
    config_set(c, "build_type", BUILD_TYPE);
    config_set(c, "real", REAL_NAME);
    set_cpu(c);
    config_set(c, "isa", kernels_choose()->name);
    config_set(c, "blas", blas);
    config_set(c, "libxsmm", brgemm_library());
    config_set(c, "hdf5_version", h5_version());
    config_set(c, "zlib_version", zlibVersion());
    config_set(c, "libcurl", fetch_curl_version());
    config_set(c, "libarchive", fetch_archive_version());
    config_set(c, "threads", threads && *threads ? threads : "1");
    set_system(c);
    config_set(c, "time", now);
    config_set(c, "command_line", command_line);
}
