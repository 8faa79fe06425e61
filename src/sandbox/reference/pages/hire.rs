//! The pages of hire: modules of a talent, places, sources of résumés, folders.
//!
//! Must *not* know what a read finds.

use super::super::super::fields::HIRE_USER_ID_TYPES;
use super::super::super::shape::{Field, Shape};
use super::super::page::{OPEN, Page, Paging, Rate, Reference, may, must};

const TALENT: &[&str] = &["hire:talent:readonly", "hire:talent"];
/// Parameters that are wrong.
const BAD: i64 = 1_002_002;

const PLACES: &[Field] =
    &[must("location_type", Shape::Choice(&[1, 2, 3, 4])), may("code_list", Shape::Texts(100))];

/// In the order of the enum.
pub(super) const PAGES: [Page; 4] = [
    Page::get(
        Reference::TalentObjects,
        "talent_objects",
        "/open-apis/hire/v1/talent_objects/query",
    )
    .rate(Rate::Second(10))
    .scopes(TALENT)
    .bad(BAD)
    .broken(500, 1_002_001),
    Page::post(Reference::HirePlaces, "hire_places", "/open-apis/hire/v1/locations/query", PLACES)
        .rate(Rate::Second(5))
        .scopes(&["hire:location:readonly"])
        .most(100)
        .bad(BAD)
        .broken(500, 1_002_001),
    // Its page says that the default is 1000 and the most 100.
    Page::get(Reference::ResumeSources, "resume_sources", "/open-apis/hire/v1/resume_sources")
        .rate(Rate::Second(20))
        .scopes(TALENT)
        .paging(Paging::Default(100, 100))
        .bad(BAD)
        .broken(500, 1_002_001),
    Page::get(Reference::TalentFolders, "talent_folders", "/open-apis/hire/v1/talent_folders")
        .scopes(&["hire:talent_folder:readonly", "hire:talent_folder"])
        .query(&[("user_id_type", HIRE_USER_ID_TYPES)])
        .ids(OPEN)
        .paging(Paging::Default(10, 100))
        .bad(BAD)
        .broken(500, 1_002_001),
];
