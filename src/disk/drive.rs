//! Whether a folder lies on a drive of this machine. On a drive that others share, neither locks
//! nor the shared memory of a write-ahead log are to be relied on.
//!
//! Must not know: what is kept there.

use std::path::Path;

/// The kinds of drive that belong to a network, a cluster or another computer, by the number under
/// which Linux knows them (`statfs(2)`).
const SHARED: &[(u32, &str)] = &[
    (0x0000_6969, "NFS"),
    (0x0000_517B, "SMB"),
    (0xFF53_4D42, "CIFS"),
    (0xFE53_4D42, "SMB2"),
    (0x0102_1997, "9p"),
    (0x5346_414F, "AFS"),
    (0x6B41_4653, "AFS"),
    (0x7375_7245, "Coda"),
    (0x0000_564C, "NCP"),
    (0x00C3_6400, "Ceph"),
    (0x0BD0_0BD0, "Lustre"),
    (0x4750_4653, "GPFS"),
    (0x1983_0326, "BeeGFS"),
    (0x7461_636F, "OCFS2"),
    (0x0116_1970, "GFS2"),
    (0x786F_4256, "VirtualBox"),
    (0xBACB_ACBC, "VMware"),
];

/// A drive that a program serves: what it is stands in its name.
const FUSE: u32 = 0x6573_5546;

/// Programs that serve a drive of another computer. Others serve one of this machine (`fuseblk` of
/// `ntfs-3g`, `fuse.gocryptfs`).
const SERVED: &[&str] = &[
    "sshfs",
    "rclone",
    "s3fs",
    "goofys",
    "gcsfuse",
    "blobfuse",
    "blobfuse2",
    "davfs",
    "davfs2",
    "curlftpfs",
    "smbnetfs",
    "gvfsd-fuse",
    "kio-fuse",
    "glusterfs",
    "ceph",
    "ceph-fuse",
    "juicefs",
    "seaweedfs",
    "mfs",
    "google-drive-ocamlfuse",
    "onedriver",
    "dropbox",
    "vmhgfs-fuse",
    "afpfs",
    "nfs",
];

/// The name of a shared drive, by its number and, for a drive that a program serves, by what the
/// list of mounts calls it; none for a drive of this machine.
pub(crate) fn shared(magic: u32, mounted_as: Option<&str>) -> Option<String> {
    if magic == FUSE {
        let program = mounted_as?.strip_prefix("fuse.")?;
        return SERVED.contains(&program).then(|| program.to_owned());
    }
    SHARED.iter().find(|(known, _)| *known == magic).map(|(_, name)| (*name).to_owned())
}

/// The name of the shared drive that a folder lies on; none for a drive of this machine, or where
/// the system does not tell.
#[cfg(target_os = "linux")]
pub(crate) fn shared_at(folder: &Path) -> Option<String> {
    let found = rustix::fs::statfs(folder).ok()?;
    // The field is as wide as the machine's words; the numbers are of 32 bits.
    let magic = u32::try_from(i128::from(found.f_type) & 0xFFFF_FFFF).ok()?;
    if magic != FUSE {
        return shared(magic, None);
    }
    let device = super::Inode::of_path(&folder.canonicalize().ok()?).ok()??.device;
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    let of = format!("{}:{}", rustix::fs::major(device), rustix::fs::minor(device));
    shared(magic, mounted_as(&mounts, &of))
}

/// A mapped letter shows as what it stands for once its path is resolved.
#[cfg(windows)]
pub fn shared_at(folder: &Path) -> Option<String> {
    use std::path::{Component, Prefix};
    let real = folder.canonicalize().ok()?;
    match real.components().next()? {
        Component::Prefix(prefix) => match prefix.kind() {
            Prefix::UNC(server, _) | Prefix::VerbatimUNC(server, _) => {
                Some(format!("\\\\{}", server.display()))
            }
            Prefix::Verbatim(_)
            | Prefix::VerbatimDisk(_)
            | Prefix::DeviceNS(_)
            | Prefix::Disk(_) => None,
        },
        Component::RootDir | Component::CurDir | Component::ParentDir | Component::Normal(_) => {
            None
        }
    }
}

/// Elsewhere nobody is asked.
#[cfg(not(any(target_os = "linux", windows)))]
pub fn shared_at(_folder: &Path) -> Option<String> {
    None
}

/// The kind of the drive with this number (`0:45`) in the list of mounts.
#[cfg(target_os = "linux")]
fn mounted_as<'m>(mounts: &'m str, device: &str) -> Option<&'m str> {
    let line = mounts.lines().find(|line| line.split(' ').nth(2) == Some(device))?;
    line.split_once(" - ")?.1.split(' ').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drives_of_others_are_told_from_those_of_this_machine() {
        for (magic, name) in [
            (0x6969, "NFS"),
            (0x517B, "SMB"),
            (0xFF53_4D42, "CIFS"),
            (0xFE53_4D42, "SMB2"),
            (0x0102_1997, "9p"),
        ] {
            assert_eq!(shared(magic, None).as_deref(), Some(name));
        }
        // ext4, XFS, btrfs, tmpfs, overlay, ZFS, exFAT, virtiofs is FUSE's.
        for magic in
            [0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x794C_7630, 0x2FC1_2FC1, 0x2011_BAB0]
        {
            assert_eq!(shared(magic, None), None, "{magic:x}");
        }
        for (mounted, is_shared) in [
            (Some("fuse.sshfs"), true),
            (Some("fuse.rclone"), true),
            (Some("fuseblk"), false),
            (Some("fuse.gocryptfs"), false),
            (Some("virtiofs"), false),
            (None, false),
        ] {
            assert_eq!(shared(FUSE, mounted).is_some(), is_shared, "{mounted:?}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_list_of_mounts_says_what_serves_a_drive() {
        let mounts = "\
            22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n\
            90 22 0:45 / /home/a/far\\040away rw,nosuid shared:5 - fuse.sshfs a@b:/c rw,user_id=0\n";
        assert_eq!(mounted_as(mounts, "0:45"), Some("fuse.sshfs"));
        assert_eq!(mounted_as(mounts, "254:0"), Some("ext4"));
        assert_eq!(mounted_as(mounts, "0:4"), None);
    }
}
