package mspdi

import "strings"

// order is the sequence of the elements of a record in the schema.
type order struct {
	names []string
	at    map[string]int
}

func newOrder(names string) *order {
	o := &order{names: strings.Fields(names), at: map[string]int{}}
	for i, n := range o.names {
		o.at[n] = i
	}
	return o
}

// The order of elements: that of mspdi_pj12.xsd; what later versions added
// stands where their files have it, and the two forms of 2003 and 2007 of a
// custom field are one list.
var (
	projectOrder = newOrder(`SaveVersion BuildNumber UID Name GUID Title Subject Category Company Manager Author
		CreationDate Revision LastSaved ScheduleFromStart StartDate FinishDate FYStartDate CriticalSlackLimit
		CurrencyDigits CurrencySymbol CurrencyCode CurrencySymbolPosition CalendarUID BaselineCalendar
		DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth DefaultTaskType
		DefaultFixedCostAccrual DefaultStandardRate DefaultOvertimeRate DurationFormat WorkFormat
		EditableActualCosts HonorConstraints EarnedValueMethod InsertedProjectsLikeSummary MultipleCriticalPaths
		NewTasksEffortDriven NewTasksEstimated SplitsInProgressTasks SpreadActualCost SpreadPercentComplete
		TaskUpdatesResource FiscalYearStart WeekStartDay MoveCompletedEndsBack MoveRemainingStartsBack
		MoveRemainingStartsForward MoveCompletedEndsForward BaselineForEarnedValue AutoAddNewResourcesAndTasks
		StatusDate CurrentDate MicrosoftProjectServerURL Autolink NewTaskStartDate NewTasksAreManual
		DefaultTaskEVMethod ProjectExternallyEdited ExtendedCreationDate ActualsInSync RemoveFileProperties
		AdminProject UpdateManuallyScheduledTasksWhenEditingLinks
		KeepTaskOnNearestWorkingTimeWhenMadeAutoScheduled Views Filters Groups Tables Maps Reports Drawings
		DataLinks VBAProjects OutlineCodes WBSMasks ExtendedAttributes Calendars Tasks Resources Assignments`)

	attributeOrder = newOrder(`FieldID FieldName CFType Guid ElemType MaxMultiValues UserDef Alias SecondaryPID
		SecondaryGuid AutoRollDown DefaultGuid Ltuid PhoneticAlias RollupType CalculationType Formula
		RestrictValues ValuelistSortOrder AppendNewValues Default ValueList`)

	calendarOrder  = newOrder(`UID GUID Name IsBaseCalendar IsBaselineCalendar BaseCalendarUID WeekDays Exceptions WorkWeeks`)
	weekDayOrder   = newOrder(`DayType DayWorking TimePeriod WorkingTimes`)
	rangeOrder     = newOrder(`FromDate ToDate`)
	shiftOrder     = newOrder(`FromTime ToTime`)
	exceptionOrder = newOrder(`EnteredByOccurrences TimePeriod Occurrences Name Type Period DaysOfWeek MonthItem
		MonthPosition Month MonthDay DayWorking WorkingTimes`)
	workWeekOrder = newOrder(`TimePeriod Name WeekDays WeekDay`)

	taskOrder = newOrder(`UID GUID ID Name Active Manual Type IsNull CreateDate Contact WBS WBSLevel OutlineNumber
		OutlineLevel Priority Start Finish Duration ManualStart ManualFinish ManualDuration DurationFormat
		FreeformDurationFormat Work Stop Resume ResumeValid EffortDriven Recurring OverAllocated Estimated
		Milestone Summary DisplayAsSummary Critical IsSubproject IsSubprojectReadOnly SubprojectName ExternalTask
		ExternalTaskProject EarlyStart EarlyFinish LateStart LateFinish StartVariance FinishVariance WorkVariance
		FreeSlack TotalSlack StartSlack FinishSlack FixedCost FixedCostAccrual PercentComplete
		PercentWorkComplete Cost OvertimeCost OvertimeWork ActualStart ActualFinish ActualDuration ActualCost
		ActualOvertimeCost ActualWork ActualOvertimeWork RegularWork RemainingDuration RemainingCost
		RemainingWork RemainingOvertimeCost RemainingOvertimeWork ACWP CV ConstraintType CalendarUID
		ConstraintDate Deadline LevelAssignments LevelingCanSplit LevelingDelay LevelingDelayFormat
		PreLeveledStart PreLeveledFinish Hyperlink HyperlinkAddress HyperlinkSubAddress IgnoreResourceCalendar
		Notes HideBar Rollup BCWS BCWP PhysicalPercentComplete EarnedValueMethod PredecessorLink
		ActualWorkProtected ActualOvertimeWorkProtected ExtendedAttribute Baseline OutlineCode IsPublished
		StatusManager CommitmentStart CommitmentFinish CommitmentType TimephasedData`)

	linkOrder     = newOrder(`PredecessorUID Type CrossProject CrossProjectName LinkLag LagFormat`)
	valueOrder    = newOrder(`UID FieldID Value ValueID ValueGUID DurationFormat`)
	baselineOrder = newOrder(`TimephasedData Number Interim Start Finish Duration DurationFormat EstimatedDuration
		Work Cost BCWS BCWP FixedCost`)

	resourceOrder = newOrder(`UID GUID ID Name Type IsNull Initials Phonetics NTAccount MaterialLabel Code Group
		WorkGroup EmailAddress Hyperlink HyperlinkAddress HyperlinkSubAddress MaxUnits PeakUnits OverAllocated
		AvailableFrom AvailableTo Start Finish CanLevel AccrueAt Work RegularWork OvertimeWork ActualWork
		RemainingWork ActualOvertimeWork RemainingOvertimeWork PercentWorkComplete StandardRate
		StandardRateFormat Cost OvertimeRate OvertimeRateFormat OvertimeCost CostPerUse ActualCost
		ActualOvertimeCost RemainingCost RemainingOvertimeCost WorkVariance CostVariance SV CV ACWP CalendarUID
		Notes BCWS BCWP IsGeneric IsInactive IsEnterprise BookingType ActualWorkProtected
		ActualOvertimeWorkProtected ActiveDirectoryGUID CreationDate CostCenter ExtendedAttribute Baseline
		OutlineCode IsCostResource AssnOwner AssnOwnerGuid IsBudget AvailabilityPeriods Rates TimephasedData`)

	availabilityOrder = newOrder(`AvailableFrom AvailableTo AvailableUnits`)
	rateOrder         = newOrder(`RatesFrom RatesTo RateTable StandardRate StandardRateFormat OvertimeRate
		OvertimeRateFormat CostPerUse`)

	assignmentOrder = newOrder(`UID GUID TaskUID ResourceUID PercentWorkComplete ActualCost ActualFinish
		ActualOvertimeCost ActualOvertimeWork ActualStart ActualWork ACWP Confirmed Cost CostRateTable RateScale
		CostVariance CV Delay Finish FinishVariance Hyperlink HyperlinkAddress HyperlinkSubAddress WorkVariance
		HasFixedRateUnits FixedMaterial LevelingDelay LevelingDelayFormat LinkedFields Milestone Notes
		Overallocated OvertimeCost OvertimeWork PeakUnits RegularWork RemainingCost RemainingOvertimeCost
		RemainingOvertimeWork RemainingWork ResponsePending Start Stop Resume StartVariance Summary SV Units
		UpdateNeeded VAC Work WorkContour BCWS BCWP BookingType ActualWorkProtected ActualOvertimeWorkProtected
		CreationDate AssnOwner AssnOwnerGuid BudgetCost BudgetWork ExtendedAttribute Baseline TimephasedData`)
)

// marks remembers which elements a record had, by their place in its order.
type marks [2]uint64

func (m *marks) set(i int)      { m[i/64] |= 1 << (i % 64) }
func (m *marks) has(i int) bool { return m[i/64]&(1<<(i%64)) != 0 }

// wasRead is the mark of every record that was read, whatever it had.
const wasRead = 127

// anew tells whether the record was made, not read.
func (m *marks) anew() bool { return !m.has(wasRead) }
