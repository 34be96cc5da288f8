// What a file system does with names, which Swift cannot ask: the call takes any number of arguments.
#ifndef CONNECTORCTL_FOLDERS_H
#define CONNECTORCTL_FOLDERS_H

// Whether an open folder takes names that differ in letter case only for one: by the kind of its file
// system, or since it was made so.
#if defined(__linux__)
#include <sys/ioctl.h>
#include <sys/vfs.h>

static inline int intrinsics_ignores_case(int descriptor) {
    const unsigned long fat = 0x4D44, exfat = 0x2011BAB0, ntfs = 0x5346544E, ntfs3 = 0x7366746E;
    const unsigned long smb = 0x517B, cifs = 0xFF534D42, smb2 = 0xFE534D42, hfsplus = 0x482B;
    struct statfs volume;
    if (fstatfs(descriptor, &volume) == 0) {
        const unsigned long type = (unsigned long)volume.f_type & 0xFFFFFFFF;
        if (type == fat || type == exfat || type == ntfs || type == ntfs3) return 1;
        if (type == smb || type == cifs || type == smb2 || type == hfsplus) return 1;
    }
    // FS_IOC_GETFLAGS and FS_CASEFOLD_FL.
    const unsigned long get_flags = _IOR('f', 1, long);
    const int casefold = 0x40000000;
    int flags = 0;
    return ioctl(descriptor, get_flags, &flags) == 0 && (flags & casefold) != 0;
}
#elif defined(__APPLE__)
long fpathconf(int descriptor, int name);

static inline int intrinsics_ignores_case(int descriptor) {
    const int case_sensitive = 11;
    return fpathconf(descriptor, case_sensitive) == 0;
}
#else
static inline int intrinsics_ignores_case(int descriptor) {
    (void)descriptor;
    return 0;
}
#endif
#endif
